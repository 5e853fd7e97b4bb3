//! Claims of others: is every 837 read, written and read again without loss?
//!
//! `claim_corpus.golden` holds for each file how its claims come back: byte for byte between ST and SE, as
//! the same segments in another order, or with the segments that differ. A person has read it. Run with
//! `UPDATE_GOLDEN=1` to write it anew, then read the difference.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use superbill_exchange::Envelope;
use superbill_exchange::claim::{read, write_unchecked};
use superbill_types::{Findings, Quantity};
use superbill_x12::{Delimiters, Framer, Place, Step, validate};

#[test]
fn every_file_comes_back() {
    let mut out = String::new();
    let mut claims = 0;
    for path in files() {
        let name = short(&path);
        let bytes = fs::read(&path).expect("a file of the corpus");
        let Ok((batches, _)) = read(&bytes) else {
            writeln!(out, "{name}\tunreadable").expect("text");
            continue;
        };
        claims += batches.iter().map(|batch| batch.claims.len()).sum::<usize>();
        if batches.iter().all(|batch| batch.claims.is_empty()) {
            writeln!(out, "{name}\tno claim").expect("text");
            continue;
        }
        let separators = separators(&bytes);
        let envelope = Envelope { delimiters: separators, ..Envelope::default() };
        let written = match write_unchecked(&batches, &envelope) {
            Ok(written) => written,
            Err(findings) => {
                let rules: Vec<String> = findings
                    .kept()
                    .iter()
                    .map(|finding| format!("{} {}", finding.rule.id, finding.location.path))
                    .collect();
                writeln!(out, "{name}\tnot written: {}", rules.join(", ")).expect("text");
                continue;
            }
        };
        let (again, _) = read(&written).expect("what was written");
        assert!(again == batches, "{name}: what was written reads otherwise");
        let (before, after) = (sets(&bytes), sets(&written));
        write!(out, "{name}\t{}", difference(&before, &after)).expect("text");
        let new = new_findings(&bytes, &written);
        let told =
            if new.is_empty() { String::new() } else { format!("; new: {}", new.join(", ")) };
        writeln!(out, "{told}").expect("text");
    }
    assert!(claims > 100, "{claims} claims");
    golden(&out);
}

fn golden(out: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/claim_corpus.golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, out).expect("the golden");
        return;
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    for (ours, theirs) in out.lines().zip(expected.lines()) {
        assert_eq!(ours, theirs, "UPDATE_GOLDEN=1 writes the new one");
    }
    assert_eq!(out.lines().count(), expected.lines().count(), "files were added or lost");
}

fn files() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut out = Vec::new();
    for folder in ["837P", "837I", "837D"] {
        let entries = fs::read_dir(corpus.join(folder)).expect("the corpus");
        out.extend(entries.map(|entry| entry.expect("a file").path()));
    }
    out.sort();
    out
}

fn short(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    format!("{}/{}", folder.display(), path.file_name().unwrap_or_default().display())
}

fn separators(bytes: &[u8]) -> Delimiters {
    let mut framer = Framer::new();
    match framer.step(bytes, true, &mut Findings::default()) {
        Ok(Step::Segment(_)) => framer.segment(bytes).delimiters(),
        _ => Delimiters::default(),
    }
}

/// The segments of each 837, ST and SE included, in the order of the file.
fn sets(bytes: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    let mut framer = Framer::new();
    let mut findings = Findings::default();
    while let Ok(Step::Segment(place)) = framer.step(bytes, true, &mut findings) {
        let set = matches!(place, Place::SetHeader | Place::Body | Place::SetTrailer);
        if set && framer.envelope().set_id() == "837" {
            out.push(String::from_utf8_lossy(framer.segment(bytes).bytes()).into_owned());
        }
    }
    out
}

fn difference(before: &[String], after: &[String]) -> String {
    if before == after {
        return "exact".to_owned();
    }
    let before: Vec<String> = before.iter().map(|segment| plain(segment)).collect();
    let after: Vec<String> = after.iter().map(|segment| plain(segment)).collect();
    if before == after {
        return "exact but for zeros and separators that say nothing".to_owned();
    }
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for (list, sign) in [(&before, -1), (&after, 1)] {
        for segment in list {
            *counts.entry(segment).or_default() += sign;
        }
    }
    let mut kinds: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for (segment, count) in counts {
        let id = segment.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let (lost, added) = kinds.entry(id).or_default();
        *lost -= count.min(0);
        *added += count.max(0);
    }
    let told: Vec<String> = kinds
        .iter()
        .filter(|(_, counts)| **counts != (0, 0))
        .map(|(id, (lost, added))| format!("{id} -{lost} +{added}"))
        .collect();
    if told.is_empty() { "same segments, in the guide's order".to_owned() } else { told.join(", ") }
}

/// A segment without the zeros and separators that say nothing.
fn plain(segment: &str) -> String {
    let Some(separator) = segment.chars().find(|c| !c.is_ascii_alphanumeric()) else {
        return segment.to_owned();
    };
    let zeros = |text: &str| match text.parse::<Quantity>() {
        Ok(number) if text.contains('.') => number.to_string(),
        _ => text.to_owned(),
    };
    let elements: Vec<String> = segment.split(separator).map(zeros).collect();
    elements.join(&separator.to_string()).trim_end_matches([separator, ':', '>']).to_owned()
}

/// Findings on the written file that the file itself does not have, by rule, segment and element.
fn new_findings(before: &[u8], after: &[u8]) -> Vec<String> {
    let found = |bytes| {
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        if let Ok(findings) = validate(bytes, superbill_guides::library()) {
            for finding in findings.kept() {
                let at = &finding.location;
                let key =
                    format!("{} {}/{}{:02}", finding.rule.id, at.loop_id, at.segment, at.element);
                *counts.entry(key).or_default() += 1;
            }
        }
        counts
    };
    let known = found(before);
    let new = found(after).into_iter();
    new.filter(|(key, count)| *count > known.get(key).copied().unwrap_or(0))
        .map(|(key, count)| format!("{key} x{count}"))
        .collect()
}
