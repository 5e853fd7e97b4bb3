//! Our own JSON: which batches are told in the shape of the model?
//!
//! A batch, a list of batches, what `read` gives, or claims without a batch around them.

use superbill_model::{Claim, ClaimBatch};
use superbill_types::Findings;

use super::apply::{join, note};
use super::fit::{Place, fit};
use super::json::{Json, Value};
use super::rules;

/// Whether a document has one of these shapes.
pub(super) fn is_one(json: &Json<'_>) -> bool {
    ["interchanges", "claims"].iter().any(|name| json.get(name).is_some()) || is_claim(json)
}

fn is_claim(json: &Json<'_>) -> bool {
    let has = |name: &str| json.get(name).is_some();
    has("patientControlNumber") && (has("coverage") || has("lines") || has("billingProvider"))
}

/// The batches of a document.
pub(super) fn read(json: &Json<'_>, path: &str, report: &mut Findings) -> Vec<ClaimBatch> {
    if let Some(interchanges) = json.get("interchanges") {
        let mut out = Vec::new();
        of_each(interchanges, &join(path, "interchanges"), &mut |one, path| {
            let Some(groups) = one.get("groups") else { return };
            of_each(groups, &join(path, "groups"), &mut |one, path| {
                let Some(sets) = one.get("transactionSets") else { return };
                of_each(sets, &join(path, "transactionSets"), &mut |one, path| {
                    if one.get("claims").is_some() {
                        out.push(batch(one, path, report));
                    }
                });
            });
        });
        return out;
    }
    if is_claim(json) {
        return vec![ClaimBatch {
            claims: vec![claim(json, path, report)],
            ..ClaimBatch::default()
        }];
    }
    vec![batch(json, path, report)]
}

fn of_each(json: &Json<'_>, path: &str, use_one: &mut dyn FnMut(&Json<'_>, &str)) {
    if let Value::List(items) = &json.value {
        for (n, item) in items.iter().enumerate() {
            use_one(item, &format!("{path}[{n}]"));
        }
    }
}

/// A batch; each claim is read on its own, so that one that does not fit spoils no other.
fn batch(json: &Json<'_>, path: &str, report: &mut Findings) -> ClaimBatch {
    let mut header = json.clone();
    let claims = header.take("claims").unwrap_or_default();
    // What `read` tells beside the batch is about the file.
    header.take("transactionSet");
    let mut out: ClaimBatch = record(header, path, report);
    of_each(&claims, &join(path, "claims"), &mut |one, path| {
        out.claims.push(claim(one, path, report));
    });
    out
}

fn claim(json: &Json<'_>, path: &str, report: &mut Findings) -> Claim {
    record(json.clone(), path, report)
}

/// A record of the model. Values that do not fit are left out and told, up to a limit.
pub(super) fn record<T: serde::de::DeserializeOwned + Default>(
    mut json: Json<'_>,
    path: &str,
    report: &mut Findings,
) -> T {
    let mut misfits = Vec::new();
    while misfits.len() < MISFITS {
        let mut unknown = Vec::new();
        let read = fit(&json, path, &mut unknown);
        if let Err((at, byte)) = &read
            && blank(&mut json, *byte)
        {
            misfits.push((at.clone(), *byte));
            continue;
        }
        let tell = |rule, facts: &[_], places: Vec<Place>, report: &mut Findings| {
            places.iter().for_each(|(path, at)| report.push(note(rule, path, *at, facts)));
        };
        let expected = [("expected", "value that belongs here")];
        tell(&rules::NOT_READ, &expected, misfits, report);
        tell(&rules::UNKNOWN, &[], unknown, report);
        return read.unwrap_or_default();
    }
    report.push(note(&rules::NOT_READ, path, json.at, &[("expected", "claim")]));
    T::default()
}

/// Empties the value that begins at a byte. False where it was empty, or there is none.
fn blank(json: &mut Json<'_>, at: usize) -> bool {
    let inside = match &mut json.value {
        Value::Null => return false,
        Value::List(items) => Some(items.iter_mut().any(|item| blank(item, at))),
        Value::Record(entries) => Some(entries.iter_mut().any(|(_, value)| blank(value, at))),
        _ => None,
    };
    // A document is never emptied as a whole.
    let here = json.at == at && (at > 0 || inside.is_none());
    if here && inside != Some(true) {
        json.value = Value::Null;
    }
    here || inside == Some(true)
}

/// So many values that do not fit and the record is none of ours.
const MISFITS: usize = 50;
