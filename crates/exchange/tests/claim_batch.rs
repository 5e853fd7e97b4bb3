//! Batches: do claims beyond a limit go into further sets, and are findings told of the claims as given?

use std::fs;
use std::path::Path;

use superbill_exchange::Envelope;
use superbill_exchange::claim::{Limits, Parts, read, write_unchecked};
use superbill_model::{ClaimBatch, ClaimKind};
use superbill_types::Phi;

/// Claims of these kinds and billing providers, each with its place as number.
fn batch(claims: &[(ClaimKind, &str)]) -> ClaimBatch {
    let path = "../../tests/corpus/837P/irobayna_stupidedi__commercial-health-insurance.edi";
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a sample");
    let mut batch = read(&bytes).expect("it is framed").0.remove(0);
    let sample = batch.claims.remove(0);
    for (n, (kind, provider)) in claims.iter().enumerate() {
        let mut claim = sample.clone();
        claim.kind = *kind;
        claim.patient_control_number = Phi::new(n.to_string().into());
        claim.billing_provider.name.last_name = Some(Phi::new((*provider).into()));
        batch.claims.push(claim);
    }
    batch
}

fn numbers(parts: &Parts) -> Vec<Vec<String>> {
    let of = |batch: &ClaimBatch| {
        let claims = batch.claims.iter();
        claims.map(|claim| claim.patient_control_number.reveal().to_string()).collect()
    };
    parts.batches.iter().map(of).collect()
}

fn restored(parts: &Parts, path: &str) -> String {
    let mut path = path.to_owned();
    parts.restore(&mut path);
    path
}

#[test]
fn claims_go_by_kind_provider_and_limit() {
    use ClaimKind::{Dental, Professional};
    let one = batch(&[
        (Professional, "A"),
        (Dental, "A"),
        (Professional, "B"),
        (Professional, "A"),
        (Professional, "B"),
    ]);
    let parts = Parts::of(vec![one], Limits { claims: 3, bytes: None });
    assert_eq!(numbers(&parts), [vec!["0", "3", "2"], vec!["4"], vec!["1"]]);
    assert_eq!(parts.batches[1].control_number, "");
    assert_eq!(restored(&parts, "batches[0].claims[1].lines[2].unit"), "claims[3].lines[2].unit");
    assert_eq!(restored(&parts, "batches[2].claims[0]"), "claims[1]");
    assert_eq!(restored(&parts, "batches[1].submitter.name"), "submitter.name");
    let written = write_unchecked(&parts.batches[..1], &Envelope::default()).expect("claims");
    let written = String::from_utf8(written).expect("text");
    assert_eq!(written.matches("**20*1~").count(), 2, "two providers are told once each");
}

#[test]
fn a_set_that_is_too_long_is_halved() {
    let claims = [(ClaimKind::Professional, "A"); 9];
    let batches = [batch(&claims), batch(&claims[..1])];
    let parts = Parts::of(batches.to_vec(), Limits { bytes: Some(3_000), ..Limits::default() });
    assert_eq!(numbers(&parts).concat(), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "0"]);
    for part in &parts.batches {
        let bytes = write_unchecked(std::slice::from_ref(part), &Envelope::default());
        assert!(part.claims.len() == 1 || bytes.expect("claims").len() <= 3_000);
    }
    let last = parts.batches.len() - 1;
    assert_eq!(
        restored(&parts, &format!("batches[{last}].claims[0].kind")),
        "batches[1].claims[0].kind"
    );
    assert_eq!(restored(&parts, "envelope.sender"), "envelope.sender");
}
