//! Patches: what does a claim look like after one of its parts is changed?
//!
//! Paths are those of findings: `lines[1].procedure.code`. `null` takes away; the place after the last one of a
//! list adds.

use serde_json::{Map, Value as Json};

/// Puts a value at a path, making what leads there.
pub(super) fn place(at: &mut Json, path: &str, value: Json) -> Result<(), String> {
    let fail = || format!("the claim has no `{path}`");
    let Some((step, rest)) = step(path) else { return Err(fail()) };
    match step {
        Step::Item(index) => {
            if at.is_null() {
                *at = Json::Array(Vec::new());
            }
            let items = at.as_array_mut().ok_or_else(fail)?;
            if rest.is_empty() && value.is_null() && index < items.len() {
                items.remove(index);
                return Ok(());
            }
            if index == items.len() {
                items.push(Json::Null);
            }
            next(items.get_mut(index).ok_or_else(fail)?, rest, value)
        }
        Step::Field(name) => {
            if at.is_null() {
                *at = Json::Object(Map::new());
            }
            let fields = at.as_object_mut().ok_or_else(fail)?;
            if rest.is_empty() && value.is_null() {
                fields.remove(name);
                return Ok(());
            }
            next(fields.entry(name).or_insert(Json::Null), rest, value)
        }
    }
}

fn next(at: &mut Json, rest: &str, value: Json) -> Result<(), String> {
    if rest.is_empty() {
        *at = value;
        return Ok(());
    }
    place(at, rest, value)
}

enum Step<'a> {
    Item(usize),
    Field(&'a str),
}

/// The first step of a path, and the rest.
fn step(path: &str) -> Option<(Step<'_>, &str)> {
    if let Some(inner) = path.strip_prefix('[') {
        let (index, rest) = inner.split_once(']')?;
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        return Some((Step::Item(index.parse().ok()?), rest));
    }
    let end = path.find(['.', '[']).unwrap_or(path.len());
    let (name, rest) = path.split_at_checked(end)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    (!name.is_empty()).then_some((Step::Field(name), rest))
}
