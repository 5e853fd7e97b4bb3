//! Corpus: what do the guides say of files that others wrote?
//!
//! `corpus.golden` holds one line for each file, rule, segment and element, with how often it was found.
//! A person has read it; `corpus.notes.md` says why where a finding on a well-made file surprises. Run
//! with `UPDATE_GOLDEN=1` to write it anew, then read the difference.
#![cfg(feature = "all")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use superbill_types::Severity;
use superbill_x12::{describe, validate};

#[test]
fn every_file_has_the_findings_that_were_read() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let corpus = here.join("../../../tests/corpus");
    let manifest = fs::read_to_string(corpus.join("MANIFEST.tsv")).expect("the manifest");
    let mut paths: Vec<&str> =
        manifest.lines().skip(1).filter_map(|row| row.split('\t').next()).collect();
    paths.sort_unstable();
    let mut out = String::new();
    for path in paths {
        let bytes = fs::read(corpus.join(path)).expect("a file of the manifest");
        let _ = describe(&bytes, superbill_guides::library(), 1 << 20);
        let findings = match validate(&bytes, superbill_guides::library()) {
            Ok(findings) => findings,
            Err(unreadable) => {
                let reason = unreadable.reason.name();
                writeln!(out, "{path}\tunreadable {reason} @{}", unreadable.offset).expect("text");
                continue;
            }
        };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for finding in findings.kept() {
            let (message, help) = (finding.message(), finding.help());
            assert!(!message.contains(['{', '?']), "{}: {message}", finding.rule.id);
            assert!(!help.contains(['{', '?']), "{}: {help}", finding.rule.id);
            let at = &finding.location;
            let mark = if finding.severity == Severity::Error { "" } else { " warning" };
            let component =
                if at.component > 0 { format!("-{}", at.component) } else { String::new() };
            let element = if at.element > 0 {
                format!("{:02}{component}", at.element)
            } else {
                String::new()
            };
            let line = format!("{}{mark} {}/{}{element}", finding.rule.id, at.loop_id, at.segment);
            *counts.entry(line).or_default() += 1;
        }
        for (line, count) in counts {
            writeln!(out, "{path}\t{line} x{count}").expect("text");
        }
    }
    let golden = here.join("corpus.golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, &out).expect("the golden");
        return;
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    for (ours, theirs) in out.lines().zip(expected.lines()) {
        assert_eq!(ours, theirs, "UPDATE_GOLDEN=1 writes the new findings");
    }
    assert_eq!(out.lines().count(), expected.lines().count(), "findings were added or lost");
}
