//! Overwritten files: does every promise hold for a drawn file with some bytes overwritten?
//!
//! The smoke run of the fuzz target `guides`: chunks give what the whole gives, spans stay inside, what
//! was asked of the file can be described, and the answers to it are sound.
#![cfg(feature = "all")]

mod common;

use common::guides;
use proptest::prelude::*;
use superbill_guides::generate::{Plan, generate};
use superbill_types::{Date, Finding, Findings};
use superbill_x12::{
    Companion, Reader, Stamp, Step, Validator, acknowledge_groups, acknowledge_interchanges,
    describe, validate,
};

fn chunked(bytes: &[u8], size: usize) -> Findings {
    let (mut reader, mut findings) = (Reader::default(), Findings::default());
    let mut validator = Validator::new(superbill_guides::library());
    let mut chunks = bytes.chunks(size);
    loop {
        match reader.step(&mut findings).expect("the whole was framed") {
            Step::Segment(place) => {
                validator.segment(place, &reader.segment(), reader.envelope(), &mut findings);
            }
            Step::NeedMore => match chunks.next() {
                Some(chunk) => reader.push(chunk),
                None => reader.finish(),
            },
            Step::End => break,
        }
    }
    findings.sort();
    findings
}

/// Whether it is about the number, date or time of the interchange, which a TA1 repeats as they were sent.
fn is_copied(finding: &Finding) -> bool {
    let at = &finding.location;
    at.segment == "TA1" && (1..=3).contains(&at.element)
}

/// Bytes that mean something, more often than others.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![prop::sample::select(b"*:^~ 0A-.\n\xff".to_vec()), any::<u8>()]
}

proptest! {
    #[test]
    fn every_promise_holds_with_bytes_overwritten(
        guide in 0_usize..14, chance in 0_u8..=100, seed in any::<u64>(), size in 1_usize..300,
        edits in prop::collection::vec((any::<prop::sample::Index>(), byte()), 1..12),
    ) {
        let library = superbill_guides::library();
        let mut bytes = generate(&guides()[guide].1, Plan { seed, chance, segments: 40 }).bytes();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = describe(&bytes, library, 10_000);
        let Ok(findings) = validate(&bytes, library) else { return Ok(()) };
        for finding in findings.kept() {
            let span = finding.location.span;
            prop_assert!(span.start <= span.end && span.end <= bytes.len() as u64);
            let told = finding.message();
            prop_assert_eq!(told.find('{'), None);
        }
        let pieces = chunked(&bytes, size);
        prop_assert_eq!(findings.kept(), pieces.kept());
        let date = Date::new(2026, 11, 23).expect("a day");
        let stamp = Stamp { date, hour: 12, minute: 0, number: 1 };
        for answer in [
            acknowledge_groups(&bytes, library, stamp),
            acknowledge_interchanges(&bytes, library, stamp),
        ] {
            let answer = answer.expect("it was framed").x12;
            if !answer.is_empty() {
                let findings = validate(&answer, library).expect("an answer is framed");
                let text = String::from_utf8_lossy(&answer);
                prop_assert_eq!(findings.kept().iter().find(|it| !is_copied(it)), None, "{}\nto {}", text, String::from_utf8_lossy(&bytes));
            }
        }
    }

    #[test]
    fn any_text_is_a_companion_or_refused_with_its_line(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 0..6),
        which in 0_usize..2,
    ) {
        let texts = [
            include_str!("../companions/sunrise-837p.companion"),
            include_str!("../companions/evergreen-270.companion"),
        ];
        let mut text: Vec<char> = texts[which].chars().collect();
        for (at, to) in edits {
            let at = at.index(text.len());
            text[at] = to;
        }
        let text: String = text.into_iter().collect();
        let library = superbill_guides::library();
        if let Err(error) = Companion::read(&text).and_then(|it| library.with_companion(&it)) {
            prop_assert!((1..=text.lines().count()).contains(&error.line));
        }
    }
}
