//! Hostile files: does each get its acknowledgment code at its byte?
#![cfg(feature = "all")]

use std::fs;
use std::path::Path;

use superbill_types::{Finding, Severity};
use superbill_x12::validate;

/// Rows whose offset is that of the segment, or of another element than the row names; ours is exact.
const EXACT: &[(&str, u64)] = &[
    ("h052_too_many_elements.edi", 374), // N408, the first element too many
    ("h053_too_many_components.edi", 569), // SVC01-9, the first component too many
    ("h103_100k_cas.edi", 2058),         // the 100th CAS
    ("h114_cas_gap.edi", 592),           // CAS05
];

/// Files whose row allows either of two answers, and we give the other one.
const EITHER: &[&str] = &[
    "h012_wrapped_80col.edi", // the bytes as they are; the facade takes the line breaks out first
    "h017_4010_isa11_U.edi",  // the 4010 guide is said to be unsupported
];

#[test]
fn expected_codes_stand_at_their_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/hostile");
    let rows = fs::read_to_string(folder.join("EXPECTED.tsv")).expect("the list of expectations");
    let mut problems = Vec::new();
    let mut checked = 0;
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [path, _, _, action, _, code, offset, ..] = cells[..] else { continue };
        if EITHER.contains(&path) {
            continue;
        }
        let exact = EXACT.iter().find(|(file, _)| *file == path).map(|&(_, at)| at);
        let offset = exact.or_else(|| offset.parse().ok());
        let bytes = fs::read(folder.join(path)).expect("a hostile file");
        let syntax = ["TA1", "AK9", "IK5", "IK3", "IK4"].iter().any(|f| code.starts_with(f));
        let findings = match validate(&bytes, superbill_guides::library()) {
            Ok(findings) => findings,
            Err(unreadable) => {
                let note = format!("TA1:{}", unreadable.reason.note_code());
                if syntax && note != code || action.starts_with("parse") {
                    problems.push(format!("{path}: {unreadable}, not {code}"));
                }
                continue;
            }
        };
        let all: Vec<String> = findings.kept().iter().take(6).map(line).collect();
        if syntax {
            checked += 1;
            let there = |f: &Finding| {
                f.rule.acknowledgment == code && offset.is_none_or(|at| f.location.span.start == at)
            };
            if !findings.kept().iter().any(there) {
                problems.push(format!("{path}: no {code} at {offset:?}, but {all:#?}"));
            }
        } else if findings.errors() > 0 {
            problems.push(format!("{path}: {action} {code}, but {all:#?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(checked >= 50, "{checked}");
}

fn line(finding: &Finding) -> String {
    let at = &finding.location;
    let mark = if finding.severity == Severity::Error { "E" } else { "w" };
    let (id, ack) = (finding.rule.id, finding.rule.acknowledgment);
    format!(
        "{mark} {id} {ack} {}/{}{:02}-{} @{}: {}",
        at.loop_id,
        at.segment,
        at.element,
        at.component,
        at.span.start,
        finding.message()
    )
}
