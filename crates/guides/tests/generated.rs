//! Generated files: is what a guide's own table draws accepted with no finding, and written back as it was?
#![cfg(feature = "all")]

mod common;

use common::guides;
use proptest::prelude::*;
use superbill_guides::generate::{Plan, generate};
use superbill_types::Findings;
use superbill_x12::{Framer, Step, validate};

/// Loops whose first segment may be that of another: an LX behind an open health coverage is that of its
/// providers unless LS stands before it.
const AMBIGUOUS: [(&str, &str); 1] = [("834", "2700")];

fn lines(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('~', "~\n")
}

/// The segments read, each written again.
fn written(bytes: &[u8]) -> Vec<u8> {
    let (mut framer, mut findings) = (Framer::new(), Findings::default());
    let mut out = Vec::new();
    while let Step::Segment(_) = framer.step(bytes, true, &mut findings).expect("it is framed") {
        let segment = framer.segment(bytes);
        out.extend_from_slice(segment.bytes());
        out.push(segment.delimiters().segment);
    }
    out
}

proptest! {
    #[test]
    fn a_file_drawn_from_a_guide_is_accepted_with_no_finding(
        guide in 0_usize..14, chance in 0_u8..=100, segments in 0_usize..400, seed in any::<u64>(),
    ) {
        let (name, guide) = &guides()[guide];
        let drawn = generate(guide, Plan { seed, chance, segments });
        let bytes = drawn.bytes();
        let findings = validate(&bytes, superbill_guides::library()).expect("it is framed");
        let found = findings.kept().first().map(|f| (f.rule.id, f.message(), f.location.clone()));
        prop_assert_eq!(found, None, "{}: {}", name, lines(&bytes));
        for part in &drawn.ambiguous {
            prop_assert!(AMBIGUOUS.contains(&(name.as_str(), part.id.as_str())), "{name} {}", part.id);
        }
        prop_assert_eq!(written(&bytes), bytes);
    }
}
