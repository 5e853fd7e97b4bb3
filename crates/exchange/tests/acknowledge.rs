//! Answers: does every file get a sound acknowledgment with the right code at the right segment?

use std::fs;
use std::path::{Path, PathBuf};

use superbill_types::{Date, Findings};
use superbill_x12::{
    Answer, Delimiters, Framer, GroupAcknowledger, Place, Reader, Stamp, Step, Validator,
    acknowledge_groups, acknowledge_interchanges, each_segment, validate,
};

/// Rows that point elsewhere than where the error is, or allow another answer, which is ours.
const OTHER: &[&str] = &[
    "h012_wrapped_80col.edi", // either unwrapped or rejected
    "h103_100k_cas.edi",      // the row names the first CAS, ours is the 100th
];

#[test]
fn hostile_files_get_their_code_at_their_segment() {
    let folder = corpus().join("hostile");
    let rows = fs::read_to_string(folder.join("EXPECTED.tsv")).expect("the list of expectations");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [path, _, _, _, _, code, _, place, ..] = cells[..] else { continue };
        let Some((family, code)) = code.split_once(':') else { continue };
        if OTHER.contains(&path) || !["TA1", "AK9", "IK5", "IK3", "IK4"].contains(&family) {
            continue;
        }
        checked += 1;
        let bytes = fs::read(folder.join(path)).expect("a hostile file");
        let answer = match family {
            "TA1" => interchanges(&bytes),
            _ => groups(&bytes),
        };
        let Some(answer) = answer else {
            wrong.push(format!("{path}: no answer"));
            continue;
        };
        // Files of one set: ISA, GS, ST are the first three segments.
        let ordinal = place.parse::<usize>().ok().and_then(|place| place.checked_sub(2));
        if !holds(&answer, family, code, ordinal) {
            wrong
                .push(format!("{path}: no {family} {code} at {ordinal:?}\n{}", lines(&answer.x12)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked >= 50, "{checked}");
}

#[test]
fn every_answer_is_sound_and_answers_every_group() {
    let mut wrong = Vec::new();
    let mut answered = 0;
    for path in files(&corpus()) {
        let bytes = fs::read(&path).expect("a file of the corpus");
        let Some(answer) = groups(&bytes) else { continue };
        let told = |what: &str| format!("{}: {what}\n{}", path.display(), lines(&answer.x12));
        let expected = count(&bytes, |place, first| place == Place::GroupHeader && first != b"FA");
        let sets = count(&answer.x12, |place, first| place == Place::SetHeader && first == b"999");
        if expected != sets {
            wrong.push(told(&format!("{sets} answers to {expected} groups")));
        }
        answered += sets;
        if !answer.x12.is_empty()
            && let Some(finding) = first_finding(&answer.x12)
        {
            wrong.push(told(&finding));
        }
        let ta1 = interchanges(&bytes).expect("a file that can be framed");
        if !ta1.x12.is_empty()
            && let Some(finding) = first_finding(&ta1.x12)
        {
            wrong.push(format!("{}: {finding}\n{}", path.display(), lines(&ta1.x12)));
        }
        if !answer.x12.is_empty() {
            let second = groups(&answer.x12).expect("an answer that can be framed");
            assert!(second.x12.is_empty(), "an acknowledgment was acknowledged");
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(answered > 200, "{answered}");
}

/// Bytes changed, taken out and cut off at places a fixed generator picks.
#[test]
fn damaged_files_get_sound_answers() {
    let mut state = 20_261_123_u64;
    let mut pick = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut answered = 0;
    for path in files(&corpus().join("hostile")) {
        let whole = fs::read(&path).expect("a hostile file");
        if whole.is_empty() || whole.len() > 20_000 {
            continue;
        }
        for _ in 0..20 {
            let mut bytes = whole.clone();
            for _ in 0..=pick(4) {
                if bytes.is_empty() {
                    break;
                }
                let at = pick(bytes.len());
                match pick(4) {
                    0 => bytes[at] = b"*~:^ A0-\x00\xff\n.<"[pick(13)],
                    1 => drop(bytes.drain(at..(at + 1 + pick(30)).min(bytes.len()))),
                    2 => bytes.insert(at, b"*~:^ 9"[pick(6)]),
                    _ => bytes.truncate(at),
                }
            }
            for answer in [groups(&bytes), interchanges(&bytes)].into_iter().flatten() {
                let finding = Some(&answer).filter(|it| !it.x12.is_empty());
                let finding = finding.and_then(|it| first_finding(&it.x12));
                // TA1 repeats date and time of the header as they were sent.
                let repeated = finding.as_ref().is_some_and(|it| it.starts_with("ENV-51"));
                assert!(finding.is_none() || repeated, "{finding:?}\n{}", lines(&answer.x12));
                answered += usize::from(!answer.x12.is_empty());
            }
        }
    }
    assert!(answered > 500, "{answered}");
}

#[test]
fn a_set_outside_a_group_is_not_accepted() {
    let bytes = fs::read(corpus().join("hostile/h043_st_outside_gs.edi")).expect("a hostile file");
    let answer = groups(&bytes).expect("a file that can be framed");
    assert!(answer.x12.is_empty() && !answer.accepted);
}

#[test]
fn chunks_give_the_same_answer() {
    let bytes = fs::read(corpus().join("hostile/h101_51_lines.edi")).expect("a hostile file");
    let library = superbill_guides::library();
    let mut reader = Reader::default();
    let mut findings = Findings::default();
    let mut validator = Validator::new(library);
    let mut acknowledger = GroupAcknowledger::new(library, stamp());
    let mut chunks = bytes.chunks(7);
    loop {
        match reader.step(&mut findings).expect("frames") {
            Step::Segment(place) => {
                let segment = reader.segment();
                validator.segment(place, &segment, reader.envelope(), &mut findings);
                acknowledger.segment(place, &segment, reader.envelope(), &findings);
            }
            Step::NeedMore => match chunks.next() {
                Some(chunk) => reader.push(chunk),
                None => reader.finish(),
            },
            Step::End => break,
        }
    }
    acknowledger.finish(&findings);
    let whole = groups(&bytes).expect("an answer");
    assert_eq!(lines(&acknowledger.take()), lines(&whole.x12));
}

#[test]
fn an_answer_reads_like_one() {
    let bytes = fs::read(corpus().join("hostile/h084_date_leap_bad.edi")).expect("a hostile file");
    let answer = groups(&bytes).expect("an answer");
    assert!(!answer.accepted);
    let told = lines(&answer.x12);
    let body: Vec<&str> = told.lines().filter(|line| !line.starts_with("ISA")).collect();
    assert_eq!(
        body,
        [
            "GS*FA*RECEIVERID*SUBMITTERID*20261123*1005*7*X*005010X231A1",
            "ST*999*0001*005010X231A1",
            "AK1*HC*1*005010X222A1",
            "AK2*837*0001*005010X222A1",
            "IK3*DTP*23*2400*8",
            "CTX*CLM01:PCN0001",
            "IK4*3*1251*8*20250229",
            "IK5*R*5",
            "AK9*R*1*1*0",
            "SE*9*0001",
            "GE*1*7",
            "IEA*1*000000007",
        ]
    );
    let ta1 = interchanges(&bytes).expect("an answer");
    assert!(ta1.accepted);
    assert!(lines(&ta1.x12).contains("\nTA1*000000001*"), "{}", lines(&ta1.x12));
}

fn holds(answer: &Answer, family: &str, code: &str, ordinal: Option<usize>) -> bool {
    let mut at = 0;
    let mut found = false;
    let delimiters = Delimiters::read(&answer.x12, 0).expect("an answer that can be framed");
    each_segment(&answer.x12, delimiters, 0, |segment| {
        let text = |number| String::from_utf8_lossy(segment.element(number)).into_owned();
        if segment.id() == b"IK3" {
            at = text(2).parse().unwrap_or(0);
        }
        let from = match family {
            "IK3" => 4,
            "IK4" => 3,
            "IK5" => 2,
            _ => 5,
        };
        let codes: Vec<String> = (from..=segment.len()).map(text).collect();
        let there = match family {
            "IK3" | "IK4" => codes.first().is_some_and(|it| it == code),
            _ => codes.iter().any(|it| it == code),
        };
        let placed =
            !family.starts_with("IK") || family == "IK5" || ordinal.is_none_or(|o| o == at);
        found |= segment.id() == family.as_bytes() && there && placed;
    });
    found
}

fn first_finding(bytes: &[u8]) -> Option<String> {
    let findings = validate(bytes, superbill_guides::library()).expect("an answer that frames");
    let first = findings.kept().first()?;
    Some(format!("{} {} at {:?}", first.rule.id, first.message(), first.location))
}

fn count(bytes: &[u8], wanted: impl Fn(Place, &[u8]) -> bool) -> usize {
    let mut framer = Framer::new();
    let mut findings = Findings::default();
    let mut count = 0;
    while let Ok(Step::Segment(place)) = framer.step(bytes, true, &mut findings) {
        count += usize::from(wanted(place, framer.segment(bytes).element(1)));
    }
    count
}

fn groups(bytes: &[u8]) -> Option<Answer> {
    acknowledge_groups(bytes, superbill_guides::library(), stamp()).ok()
}

fn interchanges(bytes: &[u8]) -> Option<Answer> {
    acknowledge_interchanges(bytes, superbill_guides::library(), stamp()).ok()
}

fn stamp() -> Stamp {
    let date = Date::new(2026, 11, 23).expect("a day");
    Stamp { date, hour: 10, minute: 5, number: 7 }
}

fn lines(x12: &[u8]) -> String {
    let terminator = x12.get(105).copied().unwrap_or(b'~');
    let text: String = String::from_utf8_lossy(x12).chars().take(4000).collect();
    text.replace(char::from(terminator), "\n")
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
