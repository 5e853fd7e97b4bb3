//! CMS-1500 records: which batch does a flat record named after the items of the form make?
//!
//! Which names are known, and where each goes, is told by `data/cms1500.map`. Here is how names compare, and
//! what takes more than one field to tell: who is insured, which edition the diagnoses are from, which part
//! the provider of item 17 plays.

use std::collections::BTreeMap;

use superbill_types::{Findings, sort_by_number};

use super::apply::{Apply, join, note};
use super::clearinghouse::{assume, disability, merge};
use super::json::{Json, Value};
use super::rules;
use super::table::{How, Row, Table};

/// The table.
pub(super) const MAP: &str = include_str!("../../data/cms1500.map");

/// Whether a record has an item that tells money or a diagnosis, and no other shape.
pub(super) fn is_one(table: &Table<'_>, json: &Json<'_>) -> bool {
    let (known, mut any) = (Names::of(table), false);
    fields(json, "", "", &mut |name, _, _| any |= known.find(name).is_some());
    any
}

/// The batch of one form, as a tree in the shape of the model.
pub(super) fn read<'t>(
    table: &'t Table<'t>,
    json: &Json<'_>,
    path: &str,
    report: &mut Findings,
) -> Json<'t> {
    let names = Names::of(table);
    let mut apply = Apply { table, report: std::mem::take(report) };
    let mut work = Vec::new();
    fields(json, "", path, &mut |name, path, value| match names.find(name) {
        Some((line, place, row)) => work.push((line, place, row, path.to_owned(), value)),
        None if value.value == Value::Null => {}
        None => apply.note(&rules::UNKNOWN, path, value, &[]),
    });
    sort_by_number(&mut work, |(line, place, ..)| ((*line as i64) << 32) | *place as i64);
    let mut out = Json::default();
    let mut lines: BTreeMap<usize, Json<'t>> = BTreeMap::new();
    for (line, _, row, path, value) in work {
        let to = if line == 0 { &mut out } else { lines.entry(line).or_default() };
        apply.field(row, value, path, to);
    }
    *report = apply.report;
    let claims = out.field("claims").items();
    if claims.is_empty() {
        claims.push(Json::default());
    }
    let claim = &mut claims[0];
    *claim.field("kind") = Json::made("professional");
    claim.field("lines").items().extend(lines.into_values());
    finish(claim, path, report);
    out
}

/// Rows by the names of their fields.
struct Names<'n, 't> {
    form: BTreeMap<&'t str, (usize, &'n Row<'t>)>,
    line: BTreeMap<&'t str, (usize, &'n Row<'t>)>,
}

impl<'n, 't> Names<'n, 't> {
    fn of(table: &'n Table<'t>) -> Self {
        let names = |shape| {
            let rows = table.shape(shape).map_or(&[][..], |shape| shape.rows());
            let named = rows.iter().enumerate();
            named
                .flat_map(|(n, row)| row.source.split('|').map(move |name| (name, (n, row))))
                .collect()
        };
        Self { form: names("form"), line: names("line") }
    }

    /// The line (from 1; 0 is the form itself), place in the table and row of a name.
    fn find(&self, name: &str) -> Option<(usize, usize, &'n Row<'t>)> {
        if let Some(&(place, row)) = self.form.get(name) {
            return Some((0, place, row));
        }
        let (line, name) = of_line(name)?;
        self.line.get(name.as_str()).map(|&(place, row)| (line, place, row))
    }
}

/// Splits the name of a field of a line: `24a1to` and `241ato` are `ato` of line 1.
fn of_line(name: &str) -> Option<(usize, String)> {
    let number = |text: &str| -> Option<(usize, String)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at_checked(digits)?;
        let number = number.parse().ok().filter(|line| (1..=LINES).contains(line))?;
        Some((number, rest.to_owned()))
    };
    let lists = ["servicelines", "serviceline", "services", "lines", "line", "charges", "24"];
    let rest = lists.iter().find_map(|list| name.strip_prefix(list))?;
    if let Some(found) = number(rest) {
        return Some(found);
    }
    let (column, rest) = rest.split_at_checked(1)?;
    let (line, rest) = number(rest)?;
    Some((line, format!("{column}{rest}")))
}

/// Every value that is no record or list, with its name in the table's spelling and its path.
fn fields<'j, 's>(
    json: &'j Json<'s>,
    name: &str,
    path: &str,
    found: &mut dyn FnMut(&str, &str, &'j Json<'s>),
) {
    match &json.value {
        Value::Record(entries) => {
            for (key, value) in entries {
                fields(value, &format!("{name}{}", plain(key)), &join(path, key), found);
            }
        }
        Value::List(items) => {
            for (n, item) in items.iter().enumerate() {
                fields(item, &format!("{name}{}", n + 1), &format!("{path}[{n}]"), found);
            }
        }
        _ => found(name, path, json),
    }
}

/// A name without what does not tell it apart.
fn plain(key: &str) -> String {
    let mut name: String =
        key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    for before in ["cms1500", "hcfa1500", "form", "box", "item", "field"] {
        let rest = name.strip_prefix(before);
        if let Some(rest) = rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            name = rest.to_owned();
        }
    }
    name
}

/// Text that tells several fields of the model.
pub(super) fn several(how: &How<'_>, text: &str, out: &mut Json<'_>) -> Option<()> {
    let mut set = |name: &str, text: &str| {
        if !text.is_empty() {
            *out.field(name) = Json::made(text.to_owned());
        }
    };
    match how {
        How::Name => {
            let mut parts = text.split(',').map(str::trim);
            set("entityType", "1");
            for name in ["lastName", "firstName", "middleName", "suffix"] {
                set(name, parts.next().unwrap_or(""));
            }
            parts.next().is_none().then_some(())
        }
        How::Procedure => {
            let mut parts = text.split([' ', '-', ',', ':']).filter(|part| !part.is_empty());
            set("qualifier", "HC");
            set("code", parts.next()?);
            let modifiers: Vec<_> = parts.map(|part| Json::made(part.to_owned())).collect();
            if !modifiers.is_empty() {
                out.field("modifiers").items().extend(modifiers);
            }
            Some(())
        }
        _ => {
            for one in text.split([' ', ',', ':']).filter(|part| !part.is_empty()) {
                if one.bytes().all(|b| b.is_ascii_digit()) {
                    let pointers: Vec<_> = match one.parse::<u8>() {
                        Ok(1..=12) => vec![one.to_owned()],
                        // `123` are the first three.
                        _ => one.chars().map(String::from).collect(),
                    };
                    out.items().extend(pointers.into_iter().map(Json::made));
                    continue;
                }
                for letter in one.bytes().map(|b| b.to_ascii_uppercase()) {
                    if !(b'A'..=b'L').contains(&letter) {
                        return None;
                    }
                    out.items().push(Json::made((letter - b'A' + 1).to_string()));
                }
            }
            Some(())
        }
    }
}

/// Puts the claim's last fields in their places and tells what was assumed.
fn finish(claim: &mut Json<'_>, path: &str, report: &mut Findings) {
    let told = claim.take("@relationship").and_then(|it| it.text().map(str::to_owned));
    let patient = claim.take("@patient").unwrap_or_default();
    let coverage = claim.field("coverage");
    assume(coverage, "sequence", "P", path, report);
    let insured = coverage.field("subscriber").get("name").is_some();
    let itself = told.as_deref().map_or(!insured, |told| told == "18");
    let person = claim.take("@person");
    let place = if itself {
        *claim.field("coverage").field("relationship") = Json::made("18");
        claim.field("coverage").field("subscriber")
    } else {
        *claim.field("patient").field("relationship") = Json::made(told.unwrap_or_default());
        claim.field("patient").field("party")
    };
    merge(place, patient);
    merge(place, person.unwrap_or_default());
    let icd9 = claim.take("@icd").is_some_and(|told| told.text() == Some("9"));
    diagnoses(claim, icd9);
    dates(claim, path, report);
    disability(claim);
    let role = claim.take("@17role").and_then(|it| it.text().map(str::to_owned));
    let of_17 = claim.take("@17");
    let first = claim.get("lines").and_then(|lines| match &lines.value {
        Value::List(lines) => lines.first()?.get("placeOfService").cloned(),
        _ => None,
    });
    if let Some(place) = first {
        *claim.field("facilityCode") = place;
    }
    for (field, value) in [("frequency", "1"), ("assignment", "C"), ("benefitsAssigned", "N")] {
        assume(claim, field, value, path, report);
    }
    for (field, value) in [("signatureOnFile", "N"), ("releaseOfInformation", "I")] {
        assume(claim, field, value, path, report);
    }
    for line in claim.field("lines").items() {
        if line.get("units").is_some() && line.get("unit").is_none() {
            *line.field("unit") = Json::made("UN");
        }
        if let (Some("DK"), Some(party)) = (role.as_deref(), &of_17) {
            *line.field("providers").field("ordering") = party.clone();
        }
        let rendering = line.get("providers").and_then(|all| all.get("rendering")).is_some();
        if rendering {
            // The form names nobody here; the item tells a person's number.
            *line.field("providers").field("rendering").field("name").field("entityType") =
                Json::made("1");
        }
    }
    if let Some(party) = of_17 {
        match role.as_deref() {
            Some("DK") => {}
            Some("DQ") => *claim.field("providers").field("supervising") = party,
            _ => *claim.field("providers").field("referring") = party,
        }
    }
}

/// The first diagnosis is the principal one. Places that stay empty are no diagnoses.
fn diagnoses(claim: &mut Json<'_>, icd9: bool) {
    if claim.get("diagnoses").is_none() {
        return;
    }
    let list = claim.field("diagnoses").items();
    for (n, one) in list.iter_mut().enumerate() {
        let (first, further) = if icd9 { ("BK", "BF") } else { ("ABK", "ABF") };
        *one.field("qualifier") = Json::made(if n == 0 { first } else { further });
    }
    while list.last().is_some_and(|one| one.get("code").is_none()) {
        list.pop();
    }
}

/// Dates whose items tell what they are.
fn dates(claim: &mut Json<'_>, path: &str, report: &mut Findings) {
    if claim.get("dates").is_none() {
        return;
    }
    for date in claim.field("dates").items() {
        let usual = match date.take("@").as_ref().and_then(Json::text) {
            Some("14") => "431",
            Some("15") => "454",
            _ => continue,
        };
        if date.get("qualifier").is_none() {
            *date.field("qualifier") = Json::made(usual);
            let facts = [("field", "what a date is of"), ("value", usual)];
            report.push(note(&rules::ASSUMED, path, 0, &facts));
        }
    }
}

/// Most lines taken from one record.
const LINES: usize = 99;
