//! Places of fields: does the element a field is located at hold what the field holds?

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use superbill_exchange::claim::{locate, read};
use superbill_types::Quantity;

/// Every field of every claim of the corpus.
#[test]
fn every_field_is_where_it_was_read() {
    let (mut exact, mut nearest) = (0, BTreeMap::<String, u32>::new());
    let mut wrong = Vec::new();
    for path in files() {
        let bytes = fs::read(&path).expect("a file of the corpus");
        let Ok((batches, _)) = read(&bytes) else { continue };
        let mut leaves = Vec::new();
        for (n, batch) in batches.iter().enumerate() {
            let json = serde_json::to_value(batch).expect("JSON");
            let root = if n == 0 { String::new() } else { format!("batches[{n}]") };
            collect(&json, &root, &mut leaves);
        }
        let paths: Vec<&str> = leaves.iter().map(|(path, _)| path.as_str()).collect();
        let found = locate(&bytes, superbill_guides::library(), &paths).expect("X12");
        for ((path, value), at) in leaves.iter().zip(found) {
            assert_eq!(*path, at.path);
            let span = at.span.start as usize..at.span.end as usize;
            let text = String::from_utf8_lossy(&bytes[span]).into_owned();
            if at.ordinal == 0 {
                wrong.push(format!("{path}: lost"));
            } else if at.element == 0 {
                *nearest.entry(general(path)).or_default() += 1;
            } else if same(value, &text) || general(path).ends_with("adjustments.segment") {
                // Which CAS an adjustment stood in is no element's value; its reason is the nearest.
                exact += 1;
            } else {
                let place = format!("{}{:02}-{}", at.segment, at.element, at.component);
                wrong.push(format!("{path}: {value:?} at {place} {text:?}"));
            }
        }
    }
    let shown: Vec<_> = wrong.iter().take(60).collect();
    assert!(wrong.is_empty(), "{} of {exact}: {shown:#?}", wrong.len());
    assert!(exact > 20_000, "{exact}");
    // Codes that the file has in more segments than they need.
    let codes = nearest.remove("claims.diagnoses.code").unwrap_or(0);
    nearest.remove("claims.diagnoses.qualifier");
    assert!(codes < 60, "{codes}");
    assert!(
        nearest.keys().all(|path| KEPT.iter().any(|kept| path.ends_with(kept))),
        "{nearest:#?}"
    );
}

/// Fields that no element alone tells: what is kept as it was, and the kind.
const KEPT: [&str; 6] = [".text", ".segment", ".position", ".emptySlotsBefore", ".kind", "guide"];

fn collect(json: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, &format!("{path}{dot}{name}"), out);
            }
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                collect(item, &format!("{path}[{n}]"), out);
            }
        }
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        other => out.push((path.to_owned(), other.to_string())),
    }
}

/// A path without places in lists.
fn general(path: &str) -> String {
    let path = path.split_once("claims[").map_or(path, |(before, _)| &path[before.len()..]);
    let mut parts = path.split('[');
    let first = parts.next().unwrap_or("").to_owned();
    first + &parts.map(|part| part.split(']').nth(1).unwrap_or("")).collect::<String>()
}

fn same(value: &str, text: &str) -> bool {
    let number = |text: &str| text.parse::<Quantity>().ok();
    let digits = value.replace('-', "");
    value == text
        || text.contains(value)
        || (!digits.is_empty() && text.contains(&digits))
        || number(value).is_some_and(|told| number(text) == Some(told))
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
