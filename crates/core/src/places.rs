//! Places: where does each field of a claim stand in the file that is built of it?

use serde::Serialize;
use serde_json::Value;
use superbill_exchange::claim;
use superbill_model::ClaimBatch;

use crate::BuildOptions;
use crate::claim::prepared;

/// The place of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FieldPlace {
    /// Its path, as findings write it: `claims[0].lines[2].chargeAmount`.
    pub path: String,
    /// Its first byte in the file.
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

/// Where every field that is filled in stands in what [`build`](crate::build()) writes of a batch with the same
/// options, refused or not: the bytes of its element, or of the segment of its record. Of a batch that
/// becomes several transaction sets, the first.
///
/// ```
/// use superbill::{BuildOptions, build_file, import, places};
/// let batch = br#"{"claims": [{"patientControlNumber": "LARK-1", "chargeAmount": "90"}]}"#;
/// let options = BuildOptions { at: "2026-11-23T10:00:00Z".to_owned(), ..BuildOptions::default() };
/// let x12 = build_file(batch, &options)?.draft;
/// let places = places(&import(batch)?.batches[0], &options);
/// let number = places.iter().find(|it| it.path == "claims[0].patientControlNumber").ok_or("none")?;
/// assert_eq!(&x12[number.start as usize..number.end as usize], "LARK-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn places(batch: &ClaimBatch, options: &BuildOptions) -> Vec<FieldPlace> {
    let (parts, envelope) = prepared(vec![batch.clone()], options);
    let first = parts.batches.first().map(serde_json::to_value);
    let mut paths = Vec::new();
    if let Some(Ok(value)) = first {
        leaves(&value, String::new(), &mut paths);
    }
    let found = claim::places(&parts.batches, &envelope, &paths);
    let all = paths.into_iter().zip(found).filter_map(|(mut path, at)| {
        let (start, end) = at.map(|at| (at.start.try_into(), at.end.try_into()))?;
        parts.restore(&mut path);
        Some(FieldPlace { path, start: start.ok()?, end: end.ok()? })
    });
    all.collect()
}

/// The paths of all values that are not empty.
fn leaves(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                leaves(value, format!("{path}{dot}{name}"), out);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                leaves(item, format!("{path}[{at}]"), out);
            }
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        _ => out.push(path),
    }
}
