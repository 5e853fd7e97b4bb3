//! Description: does the tree name what stands in a file, and do its spans point at it?
#![cfg(feature = "all")]

use superbill_types::Findings;
use superbill_x12::{Describer, Framer, Step, describe};

const SAMPLE: &[u8] = include_bytes!("../../../tests/corpus/hostile/h001_ok_835.edi");

#[test]
fn the_tree_says_loops_segments_elements_and_codes() {
    let tree = describe(SAMPLE, superbill_guides::library(), 1 << 20).expect("it is framed");
    let expected = "
      2100 Claim Payment Information
        CLP Claim Payment Information
            01  PCN0001  Patient Control Number
            02  1  Claim Status Code: Processed as Primary
            03  200  Total Claim Charge Amount
";
    assert!(tree.contains(expected), "{tree}");
    let cut = describe(SAMPLE, superbill_guides::library(), 200).expect("it is framed");
    assert!(cut.lines().last().is_some_and(|line| line.starts_with("... cut at byte")), "{cut}");
}

#[test]
fn every_note_points_at_its_own_bytes() {
    let mut framer = Framer::new();
    let mut findings = Findings::default();
    let mut describer = Describer::new(superbill_guides::library());
    let mut count = 0;
    while let Step::Segment(place) = framer.step(SAMPLE, true, &mut findings).expect("framed") {
        let segment = framer.segment(SAMPLE);
        let note = describer.segment(place, &segment, framer.envelope());
        assert_eq!(&SAMPLE[note.span.start as usize..note.span.end as usize], segment.bytes());
        for element in &note.elements {
            let bytes = &SAMPLE[element.span.start as usize..element.span.end as usize];
            assert_eq!(bytes, element.value.as_bytes(), "{} {}", note.segment, element.position);
            assert!(!element.name.is_empty(), "{} {}", note.segment, element.position);
        }
        assert!(!note.name.is_empty(), "{}", note.segment);
        count += 1;
    }
    assert_eq!(count, 25);
}
