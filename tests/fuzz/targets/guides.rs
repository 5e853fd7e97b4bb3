//! Target guides: does any file drawn from a guide, with one thing broken, keep every promise?
//!
//! Bytes choose a guide, a plan and what to overwrite: fuzzing starts from files that reach deep into the
//! walk and the checks. Every promise: chunks give what the whole gives, spans ascend and stay inside,
//! the answer to each group is itself sound.

use std::sync::OnceLock;

use superbill_guides::generate::{Plan, generate};
use superbill_guides::source::{self, Source};
use superbill_types::{Date, Finding, Findings};
use superbill_x12::{Reader, Stamp, Step, Validator, acknowledge_groups, validate};

/// Panics where a promise is broken.
pub(crate) fn run(input: &[u8]) {
    let [guide, chance, size, seed, edits @ ..] = input else { return };
    let guides = guides();
    let guide = &guides[usize::from(*guide) % guides.len()];
    let plan = Plan { seed: (*seed).into(), chance: chance % 101, segments: 60 };
    let mut bytes = generate(guide, plan).bytes();
    for edit in edits.chunks_exact(3) {
        let at = usize::from(u16::from_be_bytes([edit[0], edit[1]])) % bytes.len();
        bytes[at] = edit[2];
    }
    let library = superbill_guides::library();
    let Ok(findings) = validate(&bytes, library) else { return };
    if edits.len() < 3 {
        // Nothing was broken.
        assert_eq!(findings.total(), 0, "{:?}", findings.kept());
    }
    for finding in findings.kept() {
        let span = finding.location.span;
        assert!(span.start <= span.end && span.end <= bytes.len() as u64);
        assert!(!finding.message().contains('{'));
    }
    assert_eq!(findings.kept(), chunked(&bytes, usize::from(*size) + 1));
    answered(&bytes);
}

/// The answer to a file has no finding of its own.
fn answered(bytes: &[u8]) {
    let Some(date) = Date::new(2026, 11, 23) else { return };
    let stamp = Stamp { date, hour: 12, minute: 0, number: 1 };
    let Ok(answer) = acknowledge_groups(bytes, superbill_guides::library(), stamp) else { return };
    if !answer.x12.is_empty() {
        let findings = validate(&answer.x12, superbill_guides::library()).expect("it is framed");
        let text = String::from_utf8_lossy(&answer.x12);
        assert_eq!(findings.errors(), 0, "{:?} {text}", findings.kept());
    }
}

fn chunked(bytes: &[u8], size: usize) -> Vec<Finding> {
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
    findings.kept().to_vec()
}

fn guides() -> &'static [Source] {
    static GUIDES: OnceLock<Vec<Source>> = OnceLock::new();
    GUIDES.get_or_init(|| {
        let read = |(name, text)| source::read(name, text).expect("a sound guide");
        TEXTS.into_iter().map(read).collect()
    })
}

macro_rules! texts {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../../crates/guides/data/", $name, ".guide")))),*]
    };
}

const TEXTS: [(&str, &str); 14] = texts!(
    "270" "271" "276" "277" "277ca" "278req" "278resp" "820" "834" "835" "837d" "837i" "837p" "999"
);
