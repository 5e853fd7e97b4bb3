//! Lines of the ADA form: what do items 24 to 31 say of one service?

use superbill_model::{Claim, ServiceLine};

use crate::form::diagnosis;
use crate::form::rules::NOT_ON_FORM;
use crate::form::sheet::{CODE, COUNT, NOTE, Sheet};

/// One service in one of the form's rows, from 1.
pub(super) fn compose(
    sheet: &mut Sheet,
    claim: &Claim,
    index: usize,
    line: &ServiceLine,
    row: usize,
) {
    let at = format!("lines[{index}]");
    let field = |item: &str| format!("{item}.{row}");
    let path = |name: &str| format!("{at}.{name}");
    day(sheet, claim, line, &field("24"), &at);
    sheet.maybe(&field("25"), CODE, &path("oralCavity[0]"), line.oral_cavity.first());
    sheet.limit(&field("25"), &path("oralCavity"), 1, line.oral_cavity.len());
    teeth(sheet, line, row, &at);
    let procedure = line.procedure.as_ref();
    let code = procedure.map(|procedure| &procedure.code);
    sheet.maybe(&field("29"), CODE, &path("procedure.code"), code);
    if procedure.is_some_and(|procedure| !procedure.modifiers.is_empty()) {
        let facts = [("what", "modifiers of a procedure")];
        sheet.find(&NOT_ON_FORM, &path("procedure.modifiers"), &facts);
    }
    diagnosis::pointers(sheet, claim, line, super::DIAGNOSES, (&field("29a"), &at));
    if let Some(units) = line.units {
        let units = units.to_string();
        let units = if units.len() == 1 { ["0", &units].concat() } else { units };
        sheet.put(&field("29b"), COUNT, &path("units"), &units);
    }
    let words = procedure.and_then(|procedure| procedure.description.as_ref());
    sheet.maybe(&field("30"), NOTE, &path("procedure.description"), words);
    sheet.money(&field("31"), &path("chargeAmount"), line.charge_amount);
}

/// Item 24: the line's day, else the claim's; none is needed where benefits are asked beforehand.
fn day(sheet: &mut Sheet, claim: &Claim, line: &ServiceLine, field: &str, at: &str) {
    let own = line.dates.iter().position(|date| date.qualifier == "472");
    let own = own.and_then(|index| {
        Some((format!("{at}.dates[{index}].from"), line.dates.get(index)?.from.as_ref()))
    });
    let claims = || super::date_of(claim, "472").map(|(path, date)| (path, date.from.as_ref()));
    let (path, date) = own.or_else(claims).unwrap_or_else(|| (format!("{at}.dates"), None));
    if date.is_some() || claim.submission_reason.as_deref() != Some("PB") {
        sheet.date(field, &path, date);
    }
}

/// Items 26 to 28. Surfaces are those of one tooth: where teeth differ, only the first tooth's are told.
fn teeth(sheet: &mut Sheet, line: &ServiceLine, row: usize, at: &str) {
    let Some(first) = line.teeth.first() else {
        return;
    };
    let numbers: Vec<&str> = line.teeth.iter().map(|tooth| tooth.tooth.as_str()).collect();
    sheet.put(&format!("26.{row}"), CODE, at, "JP");
    sheet.put(&format!("27.{row}"), NOTE, &format!("{at}.teeth"), &numbers.join(","));
    let path = format!("{at}.teeth[0].surfaces");
    sheet.put(&format!("28.{row}"), CODE, &path, &first.surfaces.concat());
    if line.teeth.iter().any(|tooth| tooth.surfaces != first.surfaces) {
        let facts = [("what", "teeth of one line with different surfaces")];
        sheet.find(&NOT_ON_FORM, &format!("{at}.teeth"), &facts);
    }
}
