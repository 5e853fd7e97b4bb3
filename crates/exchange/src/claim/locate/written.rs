//! Places: where does each field of claims stand in the file that is written of them?

use std::collections::BTreeMap;
use std::ops::Range;

use superbill_model::ClaimBatch;

use super::element::{Spot, pick};
use super::{body, part, spots};
use crate::Envelope;
use crate::claim::write::traced_file;

/// For each path of the first batch, such as `claims[0].lines[2].chargeAmount`, the bytes of its element in
/// the file that [`write_unchecked`](crate::claim::write_unchecked) makes of the batches; the segment of the
/// nearest record for what has no element, none for what is not written.
#[must_use]
pub fn places(
    batches: &[ClaimBatch],
    envelope: &Envelope,
    paths: &[String],
) -> Vec<Option<Range<usize>>> {
    let (bytes, trace) = traced_file(batches, envelope);
    let separators = envelope.delimiters;
    let segments = body(&bytes);
    let texts: Vec<&[u8]> =
        segments.iter().map(|at| bytes.get(at.clone()).unwrap_or(&[])).collect();
    let elements = |at: usize| {
        let text: &[u8] = texts.get(at).copied().unwrap_or(&[]);
        let parts = text.split(|&byte| byte == separators.element);
        parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect()
    };
    let found = spots(&trace, &texts, (0..texts.len()).map(Some), elements);
    let of_line = by_line(&found);
    let place = |path: &String| {
        let (note, element, component) = pick(of_line.get(line(path))?, path)?;
        let mut at = segments.get(note)?.clone();
        if element > 0 {
            at = part(&bytes, at, separators.element, element);
        }
        if component > 0 {
            at = part(&bytes, at, separators.component, component - 1);
        }
        Some(at)
    };
    paths.iter().map(place).collect()
}

/// The segments among which a field of each line is looked for: those of the line, and those of no line.
fn by_line(spots: &[Spot]) -> BTreeMap<&str, Vec<&Spot>> {
    let of_none: Vec<&Spot> = spots.iter().filter(|spot| line(&spot.path).is_empty()).collect();
    let mut out = BTreeMap::from([("", of_none.clone())]);
    for spot in spots.iter().filter(|spot| !line(&spot.path).is_empty()) {
        out.entry(line(&spot.path)).or_insert_with(|| of_none.clone()).push(spot);
    }
    out
}

/// The line a path leads into: `claims[0].lines[2]`; empty where it leads into none.
fn line(path: &str) -> &str {
    let end = path.find(".lines[").and_then(|at| Some(at + path.get(at..)?.find(']')? + 1));
    end.and_then(|end| path.get(..end)).unwrap_or("")
}
