//! Bounds: is a loop between LS and LE missed by neither?
#![cfg(feature = "all")]

use std::fs;
use std::path::Path;

use superbill_guides::generate::{Drawn, Plan, generate};
use superbill_guides::source;
use superbill_x12::validate;

#[test]
fn loops_between_ls_and_le_want_both() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/271.guide");
    let guide = source::read("271", &fs::read_to_string(path).expect("a guide")).expect("sound");
    let mut seen = 0;
    for seed in 0..200 {
        let whole = || generate(&guide, Plan { seed, chance: 40, segments: 60 });
        for id in ["LS", "LE"] {
            let mut drawn = whole();
            let Some(at) = drawn.segments.iter().position(|piece| piece.child.id == id) else {
                continue;
            };
            drawn.segments.remove(at);
            drawn.number();
            assert_eq!(missing(&drawn), [id], "seed {seed}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

/// The segments that are missing; nothing else may be wrong.
fn missing(drawn: &Drawn<'_>) -> Vec<String> {
    let findings = validate(&drawn.bytes(), superbill_guides::library()).expect("framed");
    let of = |finding: &superbill_types::Finding| {
        assert_eq!(finding.rule.id, "SYN-04", "{finding:?}");
        finding.location.segment.to_string()
    };
    findings.kept().iter().map(of).collect()
}
