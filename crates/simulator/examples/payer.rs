//! Payer: what would a payer answer to a file of claims?
//!
//! `cargo run -p superbill-simulator --example payer [SEED]`: made-up claims and every answer, a segment a line.

use std::io::{Write, stdout};

use superbill::{BuildOptions, build};
use superbill_simulator::{Payer, Scenario, claims};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seed = std::env::args().nth(1).map_or(Ok(1), |text| text.parse())?;
    let options = BuildOptions { at: "2026-03-01T09:00:00Z".into(), ..BuildOptions::default() };
    let sent = build(&[claims::random(seed)], &options).x12.into_bytes();
    let mut payer = Payer::new(seed, Scenario::varied());
    let answers = payer.answer(&sent, "2026-03-08T09:00:00Z")?;
    let files = [
        ("837", &sent),
        ("TA1", &answers.ta1),
        ("999", &answers.acknowledgment_999),
        ("277CA", &answers.claim_acknowledgment_277),
        ("835", &answers.remittance_835),
        ("837 sent on", &answers.forwarded_837),
    ];
    let mut out = stdout().lock();
    for (name, bytes) in files {
        writeln!(out, "== {name}")?;
        out.write_all(String::from_utf8_lossy(bytes).replace('~', "~\n").as_bytes())?;
    }
    Ok(())
}
