//! Acknowledgments that come back: does what we write read back, and does it lead to what was sent?

use std::fs;
use std::path::{Path, PathBuf};

use superbill_exchange::acknowledgment::{AcknowledgmentReader, find_sent, meaning};
use superbill_model::{Acknowledgment, AnswerReason, SetError};
use superbill_types::{Date, Findings};
use superbill_x12::{Framer, Stamp, Step, acknowledge_groups, acknowledge_interchanges};

#[test]
fn answers_read_back_and_lead_to_the_bytes_sent() {
    let mut errors = 0;
    for path in files(&corpus()) {
        let sent = fs::read(&path).expect("a file of the corpus");
        let Ok(answer) = acknowledge_groups(&sent, superbill_guides::library(), stamp()) else {
            continue;
        };
        let mut read = read(&answer.x12);
        find_sent(&mut read, &sent).expect("a sent file that frames");
        for group in &read.groups {
            assert!(group.sent.is_some(), "{}: {group:?}", path.display());
            assert_known(&group.status);
            let accepted = group.sets.iter().filter(|set| set.status.code != "R").count();
            assert_eq!(group.accepted, Some(accepted as u32), "{}", path.display());
            for set in &group.sets {
                set.reasons.iter().for_each(assert_known);
                for error in &set.errors {
                    assert_known(&error.reason);
                    assert_eq!(ours(error, &sent), Ok(()), "{}: {error:?}", path.display());
                    errors += 1;
                }
            }
        }
    }
    assert!(errors > 500, "{errors}");
}

/// Whether the bytes an error leads to are of its segment, and of the value it repeats.
fn ours(error: &SetError, sent: &[u8]) -> Result<(), String> {
    let place = error.sent.as_ref().ok_or("not found in what was sent")?;
    let (start, end) = (place.span.0 as usize, place.span.1 as usize);
    let bytes = sent.get(start..end).ok_or("outside of the file")?;
    if let Some(value) = &error.value
        && !bytes.starts_with(value.reveal().as_bytes())
    {
        return Err(format!("leads to {}", String::from_utf8_lossy(bytes)));
    }
    Ok(())
}

#[test]
fn each_error_of_a_file_is_told_once() {
    let sent = fs::read(corpus().join("hostile/h084_date_leap_bad.edi")).expect("a hostile file");
    let answer = acknowledge_groups(&sent, superbill_guides::library(), stamp()).expect("frames");
    let mut read = read(&answer.x12);
    find_sent(&mut read, &sent).expect("frames");
    let group = only(&read.groups);
    assert_eq!((group.included, group.received, group.accepted), (Some(1), Some(1), Some(0)));
    let set = only(&group.sets);
    let error = only(&set.errors);
    assert_eq!((error.segment.as_str(), error.ordinal, error.element), ("DTP", Some(23), Some(3)));
    assert_eq!(error.reason.meaning.as_deref(), Some("the date is not valid"));
    assert_eq!(error.unit.as_ref().map(|unit| unit.name.as_str()), Some("CLM01"));
    let place = error.sent.as_ref().expect("found in what was sent");
    assert_eq!(place.span, (705, 713));
    let claim = place.patient_control_number.as_ref().expect("a claim");
    assert_eq!(claim.reveal(), "PCN0001");
}

#[test]
fn interchange_answers_read_back() {
    let sent = fs::read(corpus().join("hostile/h024_ge02_mismatch.edi")).expect("a hostile file");
    let answer =
        acknowledge_interchanges(&sent, superbill_guides::library(), stamp()).expect("frames");
    let mut read = read(&answer.x12);
    find_sent(&mut read, &sent).expect("frames");
    let interchange = only(&read.interchanges);
    assert_eq!((interchange.status.code.as_str(), interchange.note.code.as_str()), ("A", "000"));
    assert_eq!(interchange.sent.as_ref().map(|place| place.span), Some((0, 105)));
}

#[test]
fn answers_of_others_are_read_whole() {
    let mut groups = 0;
    for folder in ["999", "997"] {
        for path in files(&corpus().join(folder)) {
            let bytes = fs::read(&path).expect("a file of the corpus");
            for group in read(&bytes).groups {
                groups += 1;
                assert_known(&group.status);
                for set in &group.sets {
                    assert_known(&set.status);
                    set.errors.iter().for_each(|error| assert_known(&error.reason));
                }
            }
        }
    }
    assert!(groups >= 8, "{groups}");
}

#[test]
fn context_names_claim_and_trigger() {
    let path = corpus().join("999/mjkubba_edi__edi999-demo-005010X231.edi");
    let text = fs::read_to_string(path).expect("a file of the corpus");
    // Its header declares another component separator than it uses.
    let read = read(text.replacen("*|~", "*:~", 1).as_bytes());
    let sets = &read.groups[0].sets;
    let errors: Vec<usize> = sets.iter().map(|set| set.errors.len()).collect();
    assert_eq!(errors, [0, 1, 1]);
    let missing = &sets[2].errors[0];
    assert_eq!(missing.unit.as_ref().map(|unit| unit.value.reveal().as_str()), Some("987654321"));
    let trigger = &missing.triggers[0];
    assert_eq!(
        (trigger.segment.as_str(), trigger.ordinal, trigger.element),
        ("CLM", Some(43), Some(5))
    );
}

#[test]
fn codes_of_the_guide_have_words() {
    for (family, codes) in [
        ("segment", "1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9"),
        ("element", "1 2 3 4 5 6 7 8 9 10 12 13 I10 I11 I12 I13 I6 I9"),
        ("set", "1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6"),
        ("group", "1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26"),
        ("status", "A E M P R W X"),
    ] {
        for code in codes.split(' ') {
            assert!(meaning(family, code).is_some(), "{family} {code}");
        }
    }
    assert!((0..=31).all(|code| meaning("TA1", &format!("{code:03}")).is_some()));
}

fn only<T>(list: &[T]) -> &T {
    assert_eq!(list.len(), 1);
    &list[0]
}

fn assert_known(reason: &AnswerReason) {
    assert!(reason.meaning.is_some(), "{reason:?}");
}

fn read(bytes: &[u8]) -> Acknowledgment {
    let mut reader = AcknowledgmentReader::default();
    let mut framer = Framer::new();
    let mut findings = Findings::default();
    while let Ok(Step::Segment(place)) = framer.step(bytes, true, &mut findings) {
        reader.segment(place, &framer.segment(bytes));
    }
    reader.finish()
}

fn stamp() -> Stamp {
    let date = Date::new(2026, 11, 23).expect("a day");
    Stamp { date, hour: 10, minute: 5, number: 7 }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the corpus").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.extension().is_some_and(|e| e == "tsv" || e == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}
