//! Test vocabulary: how is a file built and an answer looked into?
#![allow(dead_code, unreachable_pub, clippy::panic, reason = "each test file uses its part")]

use superbill::{BuildOptions, RemittanceFile, build};
use superbill_model::{ClaimBatch, Remittance};

pub const SENT: &str = "2026-03-01T09:00:00Z";
pub const ANSWERED: &str = "2026-03-08T09:00:00Z";

/// The claims as a file that keeps to its guide.
#[track_caller]
pub fn file(batch: &ClaimBatch) -> Vec<u8> {
    let options = BuildOptions { at: SENT.into(), ..BuildOptions::default() };
    let report = build(std::slice::from_ref(batch), &options);
    let told: Vec<_> = report.findings.iter().map(|one| (&one.message, &one.path)).collect();
    assert!(report.accepted && told.is_empty(), "{told:?}\n{}", report.x12.replace('~', "~\n"));
    report.x12.into_bytes()
}

/// Asserts that our own checks find nothing in a file; tells its segments where they do.
#[track_caller]
pub fn clean(bytes: &[u8], what: &str) {
    let found = superbill_exchange::check(bytes, superbill_guides::library()).expect("X12");
    let told: Vec<_> =
        found.kept().iter().map(|f| (f.rule.id, f.message(), f.location.clone())).collect();
    let text = String::from_utf8_lossy(bytes).replace('~', "~\n");
    assert!(told.is_empty(), "{what}: {told:?}\n{text}");
}

/// The remittances of a file that balances.
#[track_caller]
pub fn remittances(bytes: &[u8]) -> Vec<Remittance> {
    let file = RemittanceFile::open(bytes.to_vec()).expect("X12");
    assert!(file.balanced(), "{}", String::from_utf8_lossy(bytes).replace('~', "~\n"));
    (0..file.payment_rows().len()).filter_map(|at| file.remittance(at)).collect()
}
