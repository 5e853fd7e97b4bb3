//! Any claim: does no text, date or amount, however odd, stop a check or a repair?

use serde_json::{Map, Value};
use superbill_edits::{apply, check, repairs};
use superbill_model::ClaimBatch;

use crate::case::{Case, books};

/// Texts that nobody should write.
const ODD: [&str; 14] = [
    "",
    " ",
    "é",
    "ééééé",
    "\u{1f600}\u{1f600}\u{1f600}",
    "0",
    "-1",
    "99999999999999999999999999",
    "A\0B",
    "A1",
    "Z9Z9Z9Z9Z9Z",
    "2026-02-29",
    "0001-01-01",
    "D",
];

/// Paths of every text of a batch.
fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
    let below =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) => {
            for (name, it) in fields {
                texts(it, &below(name), found);
            }
        }
        Value::Array(items) => {
            for (index, it) in items.iter().enumerate() {
                texts(it, &format!("{path}[{index}]"), found);
            }
        }
        Value::String(_) => found.push(path.to_owned()),
        _ => {}
    }
}

#[test]
fn any_text_anywhere() {
    let books = books();
    for kind in ["professional", "institutional", "dental"] {
        let base = Case::base(kind);
        let mut paths = Vec::new();
        texts(base.value(), "", &mut paths);
        assert!(paths.len() > 50);
        for path in paths {
            for odd in ODD {
                let path =
                    path.strip_prefix("claims[0].").map_or(format!("batch.{path}"), str::to_owned);
                let patch = Map::from_iter([(path, Value::from(odd))]);
                let case = base.clone().with(&patch);
                // Some fields take only amounts, or one of three kinds.
                let Ok(mut batch) = serde_json::from_value::<ClaimBatch>(case.value().clone())
                else {
                    continue;
                };
                let _ = check(&batch, &case.context(books));
                let found = repairs(&batch);
                apply(&mut batch, &found);
                let left = repairs(&batch);
                assert!(left.is_empty(), "{patch:?}: {} {:?}", left[0].path, left[0].to.reveal());
            }
        }
    }
}

#[test]
fn a_name_in_any_field_is_not_repeated() {
    let (books, name) = (books(), "Quillfeather");
    let mut told = Vec::new();
    for kind in ["professional", "institutional", "dental"] {
        let base = Case::base(kind);
        let mut paths = Vec::new();
        texts(base.value(), "", &mut paths);
        for path in paths.iter().filter_map(|path| path.strip_prefix("claims[0].")) {
            let case = base.clone().with(&Map::from_iter([(path.to_owned(), Value::from(name))]));
            let Ok(batch) = serde_json::from_value::<ClaimBatch>(case.value().clone()) else {
                continue;
            };
            for finding in check(&batch, &case.context(books)).kept() {
                if finding.message().contains(name) || finding.help().contains(name) {
                    told.push(format!("{} at {path}", finding.rule.id));
                }
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn nothing_at_all() {
    let books = books();
    let case = Case::base("professional");
    let empty = ClaimBatch::default();
    let _ = check(&empty, &case.context(books));
    for kind in ["professional", "institutional", "dental"] {
        let claim = serde_json::json!({ "claims": [{ "kind": kind, "lines": [{}, {}] }] });
        let batch: ClaimBatch = serde_json::from_value(claim).expect("a batch");
        assert!(check(&batch, &case.context(books)).errors() > 5);
    }
}
