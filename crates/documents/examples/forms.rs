//! Form speed: how long does a page of PDF take?
//!
//! `cargo run --release -p superbill-documents --features pdf --example forms`

use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use superbill_documents::form::{FormKind, fill, pdf};
use superbill_model::ClaimBatch;

fn main() -> std::io::Result<()> {
    for name in ["professional", "institutional", "dental"] {
        let path = format!("{}/tests/claims/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let batch: ClaimBatch = serde_json::from_slice(&std::fs::read(path)?)?;
        let claim = &batch.claims[0];
        let start = Instant::now();
        for _ in 0..TIMES {
            let form = fill(&batch, claim, FormKind::of(claim.kind));
            black_box(pdf(&[form], true));
        }
        let each = start.elapsed() / TIMES;
        writeln!(std::io::stdout(), "{name}: {each:?} a page, filled in and written")?;
    }
    Ok(())
}

const TIMES: u32 = 1000;
