//! Claim JSON of clearinghouses: which batch does a claim in their shape make?
//!
//! Where each field goes is told by `data/clearinghouse.map`. Here is what takes more than one field to tell:
//! the kind of the claim, what is told of the patient at the claim, and what these interfaces take where
//! nothing is told (a first coverage, the patient being the subscriber, a number on each attachment).

use superbill_types::Findings;

use super::apply::{Apply, join, note, reach};
use super::json::{Json, Value};
use super::rules;
use super::table::{How, Table};

/// The table.
pub(super) const MAP: &str = include_str!("../../data/clearinghouse.map");

/// Whether a document has this shape.
pub(super) fn is_one(json: &Json<'_>) -> bool {
    json.get("claimInformation").is_some()
}

/// The batch of one claim, as a tree in the shape of the model.
pub(super) fn read<'t>(
    table: &'t Table<'t>,
    json: &Json<'_>,
    path: &str,
    report: &mut Findings,
) -> Json<'t> {
    let mut apply = Apply { table, report: std::mem::take(report) };
    let mut out = Json::default();
    apply.record(json, "document", path, &mut out);
    *report = apply.report;
    if let Some(claim) = out.field("claims").items().first_mut() {
        *claim.field("kind") = Json::made(kind(json));
        finish(claim, &join(path, "claimInformation"), report);
    }
    out
}

/// What the lines say, else what only facilities tell.
fn kind(json: &Json<'_>) -> &'static str {
    let claim = json.get("claimInformation");
    let has = |name: &str| claim.is_some_and(|claim| claim.get(name).is_some());
    let lines = claim.and_then(|claim| claim.get("serviceLines"));
    let Some(Value::List(lines)) = lines.map(|lines| &lines.value) else { return "professional" };
    let told = |name: &str| lines.iter().any(|line| line.get(name).is_some());
    if told("institutionalService") || has("claimCodeInformation") || has("principalDiagnosis") {
        "institutional"
    } else if told("dentalService") {
        "dental"
    } else {
        "professional"
    }
}

impl<'t> Apply<'t> {
    /// Groups of adjustments, each a segment of its own.
    pub(super) fn adjustments(&mut self, json: &Json<'_>, path: &str, out: &mut Json<'t>) {
        let one = std::slice::from_ref(json);
        let (groups, list) = match &json.value {
            Value::List(groups) => (groups.as_slice(), true),
            _ => (one, false),
        };
        for (n, group) in groups.iter().enumerate() {
            let path = if list { format!("{path}[{n}]") } else { path.to_owned() };
            let mut read = Json::default();
            self.record(group, "adjustmentGroup", &path, &mut read);
            let code = read.take("group").unwrap_or_default();
            let mut details = read.take("@details").unwrap_or_default();
            if details.items().is_empty() && code.text().is_some() {
                details.items().push(Json::default());
            }
            for mut one in details.items().drain(..) {
                *one.field("group") = code.clone();
                *one.field("segment") = Json::made(n.to_string());
                out.items().push(one);
            }
        }
    }

    /// A provider that says which part it plays.
    pub(super) fn providers(&mut self, json: &Json<'_>, path: &str, out: &mut Json<'t>) {
        let part = json.get("providerType").and_then(Json::text).unwrap_or("");
        let types = self.table.shape("providerTypes");
        let row = types.and_then(|types| types.row(part)).map(|(_, row)| row);
        match row.map(|row| (&row.how, row.targets.first())) {
            Some((How::Use(shape), Some(to))) => {
                let place = reach(out, &[], &to.steps);
                if *place == Json::default() {
                    self.record(json, shape, path, place);
                } else {
                    self.note(&rules::TOLD_TWICE, path, json, &[]);
                }
            }
            _ => {
                let at = join(path, "providerType");
                self.note(&rules::NOT_READ, &at, json, &[("expected", "part of a provider")]);
            }
        }
    }
}

/// Puts the claim's last fields in their places and tells what was assumed.
fn finish(claim: &mut Json<'_>, path: &str, report: &mut Findings) {
    let dependent = claim.get("patient").is_some();
    let coverage = claim.field("coverage");
    assume(coverage, "sequence", "P", path, report);
    if !dependent {
        *coverage.field("relationship") = Json::made("18");
    }
    if let Some(told) = claim.take("@person") {
        let person = if dependent {
            claim.field("patient").field("party")
        } else {
            claim.field("coverage").field("subscriber")
        };
        merge(person, told);
    }
    disability(claim);
    statement(claim);
    let mut principal = "BP";
    if claim.get("procedures").is_some() {
        for one in claim.field("procedures").items() {
            if one.take("@").is_some() {
                *one.field("qualifier") = Json::made(principal);
                principal = "BO";
            }
        }
    }
    number_attachments(claim, "A", path, report);
    // The guide has who ordered at each line.
    let ordering = claim.take("@ordering");
    if claim.get("lines").is_none() {
        if let Some(party) = ordering {
            *claim.field("providers").field("ordering") = party;
        }
        return;
    }
    for (n, line) in claim.field("lines").items().iter_mut().enumerate() {
        if let Some(ordering) = &ordering
            && line.get("providers").and_then(|all| all.get("ordering")).is_none()
        {
            *line.field("providers").field("ordering") = ordering.clone();
        }
        if let (Some(procedure), Some(_)) = (line.get("procedure").cloned(), line.get("equipment"))
        {
            let equipment = line.field("equipment").field("procedure");
            for part in ["qualifier", "code"] {
                *equipment.field(part) = procedure.get(part).cloned().unwrap_or_default();
            }
        }
        number_attachments(line, &format!("L{}A", n + 1), path, report);
    }
}

/// Sets a field that nothing told, and says so.
pub(super) fn assume(
    place: &mut Json<'_>,
    field: &'static str,
    value: &'static str,
    path: &str,
    report: &mut Findings,
) {
    if place.get(field).is_none() {
        *place.field(field) = Json::made(value);
        let facts = [("field", field), ("value", value)];
        report.push(note(&rules::ASSUMED, path, 0, &facts));
    }
}

/// Puts the fields of one record into another that does not have them.
pub(super) fn merge<'t>(to: &mut Json<'t>, from: Json<'t>) {
    match from.value {
        Value::Record(entries) => {
            for (name, value) in entries {
                merge(to.field(&name), value);
            }
        }
        Value::List(items) => to.items().extend(items),
        _ if to.value == Value::Null => *to = from,
        _ => {}
    }
}

/// Both ends of a disability are one span.
pub(super) fn disability(claim: &mut Json<'_>) {
    let is = |item: &Json<'_>, code: &str| item.get("qualifier").and_then(Json::text) == Some(code);
    if claim.get("dates").is_none() {
        return;
    }
    let dates = claim.field("dates").items();
    let last = dates.iter().position(|date| is(date, "361"));
    let (Some(first), Some(last)) = (dates.iter().position(|date| is(date, "360")), last) else {
        return;
    };
    let to = dates[last].take("from").unwrap_or_default();
    *dates[first].field("to") = to;
    *dates[first].field("qualifier") = Json::made("314");
    dates.remove(last);
}

/// A statement of one day is a span of that day.
fn statement(claim: &mut Json<'_>) {
    if claim.get("dates").is_none() {
        return;
    }
    for date in claim.field("dates").items() {
        if date.get("qualifier").and_then(Json::text) == Some("434") && date.get("to").is_none() {
            *date.field("to") = date.get("from").cloned().unwrap_or_default();
        }
    }
}

/// A document that comes by another way needs a number that it will bear.
fn number_attachments(record: &mut Json<'_>, before: &str, path: &str, report: &mut Findings) {
    if record.get("attachments").is_none() {
        return;
    }
    for (n, one) in record.field("attachments").items().iter_mut().enumerate() {
        let kind = one.get("kind").and_then(Json::text);
        let sent = !matches!(one.get("transmission").and_then(Json::text), None | Some("AA"));
        if sent && kind != Some("CT") && one.get("controlNumber").is_none() {
            let number = format!("{before}{}", n + 1);
            *one.field("controlNumber") = Json::made(number.clone());
            let facts = [("field", "number of an attachment"), ("value", number.as_str())];
            report.push(note(&rules::ASSUMED, path, 0, &facts));
        }
    }
}
