//! Privacy: does any message tell who the patient is?
//!
//! Every name, identifier and birth date of a file is looked for in all that is said about it: messages,
//! help, facts, `Debug` prints and refusals. Words of our own prose that happen to be a value (a sample
//! patient called `TEST`) are told apart by what every finding of that rule says.

use std::collections::BTreeSet;

use superbill::ScrubOptions;
use superbill::code_sets::CodeBooks;
use superbill_types::{Finding, Findings, fill};
use superbill_x12::{Segment, validate};

use crate::files::everything;
use crate::generate::remittance;
use crate::reading::read;
use crate::round_trip::{file, seed};

/// The values of a segment that identify a person.
fn identifying(segment: &Segment<'_>, values: &mut BTreeSet<String>) {
    let elements: &[usize] = match segment.id() {
        b"NM1" => &[3, 4, 5, 9, 12],
        b"N1" => &[2, 4],
        b"N2" | b"N3" => &[1, 2],
        b"DMG" => &[2],
        b"REF" => &[2, 3],
        b"CLP" => &[1, 7],
        b"CLM" => &[1],
        b"SBR" => &[3, 4],
        b"TRN" => &[2],
        _ => &[],
    };
    for &element in elements {
        values.extend(segment.text(element).map(String::from));
        values.extend(
            segment.components(element).map(|part| String::from_utf8_lossy(part).into_owned()),
        );
    }
}

fn values_of(bytes: &[u8]) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    let (mut framer, mut ignored) = (superbill_x12::Framer::new(), Findings::default());
    while let Ok(superbill_x12::Step::Segment(_)) = framer.step(bytes, true, &mut ignored) {
        identifying(&framer.segment(bytes), &mut values);
    }
    // Shorter ones are in any text.
    let number = |value: &str| value.bytes().any(|byte| byte.is_ascii_digit());
    values.retain(|value| value.trim().len() >= if number(value) { 4 } else { 3 });
    values
}

/// All that a finding says, without the prose of its rule and without control numbers and counts.
fn says(finding: &Finding) -> Vec<String> {
    let facts = finding.facts.iter().map(|fact| fact.value.to_string());
    let at = &finding.location;
    let place = [&at.loop_id, &at.segment, &at.transaction_set].map(ToString::to_string);
    facts.chain(place).chain([at.path.clone()]).collect()
}

fn assert_private(name: &str, bytes: &[u8], finding: &Finding, values: &BTreeSet<String>) {
    for said in says(finding) {
        let told = values.iter().find(|value| holds(&said, value));
        assert!(told.is_none(), "{name}: {} tells {told:?} in {said:?}", finding.rule.id);
    }
    // What is said is the rule's prose with the facts in it, and nothing else.
    assert_eq!(finding.message(), fill(finding.rule.message, &finding.facts));
    assert_eq!(finding.help(), fill(finding.rule.help, &finding.facts));
    let debug = format!("{finding:?}").replace(&format!("{:?}", finding.rule), "");
    let control = format!("{:?}", finding.location.control_number);
    let told = values.iter().find(|value| holds(&debug.replace(&control, ""), value));
    assert!(told.is_none(), "{name}: Debug of {} tells {told:?}", finding.rule.id);
    assert!(finding.location.span.end <= bytes.len() as u64, "{name}");
}

/// Whether `text` has `value` as whole words.
fn holds(text: &str, value: &str) -> bool {
    text.match_indices(value).any(|(at, _)| {
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !word(text[..at].chars().next_back()) && !word(text[at + value.len()..].chars().next())
    })
}

fn assert_all_private(name: &str, bytes: &[u8]) -> usize {
    let values = values_of(bytes);
    let mut findings = Vec::new();
    match (read(bytes), validate(bytes, superbill_guides::library())) {
        (Ok(reading), Ok(checked)) => {
            // Records are printed in panics and logs.
            let debug = format!("{:?}", reading.remittances);
            let told =
                values.iter().find(|value| value.len() > 5 && debug.contains(value.as_str()));
            assert!(told.is_none_or(|told| public(bytes, told)), "{name}: Debug tells {told:?}");
            findings.extend_from_slice(reading.findings.kept());
            findings.extend_from_slice(checked.kept());
            findings.extend_from_slice(edited(bytes).kept());
        }
        (read, checked) => {
            for unreadable in [read.err(), checked.err()].into_iter().flatten() {
                for text in [unreadable.to_string(), format!("{unreadable:?}")] {
                    let told = values.iter().find(|value| holds(&text, value));
                    assert!(told.is_none(), "{name}: {text} tells {told:?}");
                }
            }
        }
    }
    findings.iter().for_each(|finding| assert_private(name, bytes, finding, &values));
    findings.len()
}

/// What the rules over claims find.
fn edited(bytes: &[u8]) -> Findings {
    let Ok((batches, _)) = superbill_exchange::claim::read(bytes) else {
        return Findings::default();
    };
    let options = ScrubOptions { at: "2026-11-23".into(), ..ScrubOptions::default() };
    superbill::edit(&batches, &CodeBooks::default(), &options).expect("options that make sense")
}

/// Whether the value stands in the file where records show it on purpose: the names and numbers of
/// payer and payee, trace numbers.
fn public(bytes: &[u8], value: &str) -> bool {
    let mut found = false;
    let (mut framer, mut ignored) = (superbill_x12::Framer::new(), Findings::default());
    while let Ok(superbill_x12::Step::Segment(_)) = framer.step(bytes, true, &mut ignored) {
        let segment = framer.segment(bytes);
        found |= matches!(segment.id(), b"TRN" | b"BPR" | b"N1" | b"N3" | b"PLB" | b"PER")
            && String::from_utf8_lossy(segment.bytes()).contains(value);
    }
    found
}

#[test]
fn no_finding_about_any_file_tells_who_the_patient_is() {
    let said: usize =
        everything().iter().map(|(name, bytes)| assert_all_private(name, bytes)).sum();
    assert!(said > 500, "{said} findings were looked at");
}

proptest::proptest! {
    /// Names where they do not belong, in files broken at any place. Guide versions are told, so none there.
    #[test]
    fn no_finding_about_a_broken_file_tells_who_the_patient_is(
        seed in seed(),
        cuts in proptest::collection::vec(proptest::prelude::any::<proptest::sample::Index>(), 0..6),
    ) {
        let mut bytes = file(&[remittance(&mut seed.choices())]);
        for cut in cuts {
            let at = cut.index(bytes.len());
            bytes.splice(at..at, b"~NM1*QC*1*SECRETIVE****SECRETIVE*MI*SECRETIVE~SECRETIVE~REF*SECRETIVE*SECRETIVE~DTM*472*SECRETIVE~CLP*SECRETIVE*SECRETIVE*SECRETIVE~SE*SECRETIVE*1~GS*SECRETIVE*SECRETIVE*A*B*C*D*SECRETIVE*005010X221A1~ST*SECRETIVE*1~".iter().copied());
        }
        let name = "SECRETIVE";
        if let (Ok(reading), Ok(checked)) = (read(&bytes), validate(&bytes, superbill_guides::library())) {
            for finding in reading.findings.kept().iter().chain(checked.kept()) {
                for said in says(finding) {
                    proptest::prop_assert!(!said.contains(name), "{} says {said}", finding.rule.id);
                }
            }
        }
    }
}
