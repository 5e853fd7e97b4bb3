//! Lines of the CMS-1500: what do items 24A to 24J and the shaded line above them say?

use superbill_model::{Claim, ServiceLine};

use crate::form::diagnosis;
use crate::form::party::{npi, other_id};
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
    let field = |name: &str| format!("24.{row}.{name}");
    let path = |name: &str| format!("{at}.{name}");
    sheet.put(&field("note"), NOTE, &path("drug"), &supplement(line));
    days(sheet, &field("A"), &at, line);
    let place = line.place_of_service.as_ref().or(claim.facility_code.as_ref());
    sheet.maybe(&field("B"), CODE, &path("placeOfService"), place);
    if line.emergency.as_deref() == Some("Y") {
        sheet.put(&field("C"), CODE, &path("emergency"), "Y");
    }
    let procedure = line.procedure.as_ref();
    let code = procedure.map(|procedure| &procedure.code);
    sheet.maybe(&field("D"), CODE, &path("procedure.code"), code);
    let modifiers = procedure.map_or(&[][..], |procedure| &procedure.modifiers);
    for (place, modifier) in modifiers.iter().take(4).enumerate() {
        let path = path(&format!("procedure.modifiers[{place}]"));
        sheet.put(&field(&format!("D.{}", place + 1)), CODE, &path, modifier);
    }
    sheet.limit(&field("D"), &path("procedure.modifiers"), 4, modifiers.len());
    diagnosis::pointers(sheet, claim, line, super::DIAGNOSES, (&field("E"), &at));
    sheet.money(&field("F"), &path("chargeAmount"), line.charge_amount);
    let units = line.units.map(|units| units.to_string());
    sheet.maybe(&field("G"), COUNT, &path("units"), units);
    screening(sheet, line, row, &at);
    rendering(sheet, claim, line, row, &at);
    if line.providers.service_facility.is_some() {
        let facts = [("what", "a line's own place of service")];
        sheet.find(&NOT_ON_FORM, &path("providers.serviceFacility"), &facts);
    }
}

/// Item 24A: the first and last day; one day stands in both places.
fn days(sheet: &mut Sheet, field: &str, at: &str, line: &ServiceLine) {
    let found = line.dates.iter().position(|date| date.qualifier == "472");
    let date = found.and_then(|index| line.dates.get(index));
    let path = found.map_or(format!("{at}.dates"), |index| format!("{at}.dates[{index}]"));
    let from = date.and_then(|date| date.from.as_ref());
    sheet.date(&format!("{field}.from"), &format!("{path}.from"), from);
    if let Some(to) = date.and_then(|date| date.to.as_ref()).or(from) {
        sheet.date(&format!("{field}.to"), &format!("{path}.to"), Some(to));
    }
}

/// Item 24H: early screening with its referral code, or family planning.
fn screening(sheet: &mut Sheet, line: &ServiceLine, row: usize, at: &str) {
    if line.early_screening.as_deref() == Some("Y") {
        let found = line.certifications.iter().find(|it| it.category == "ZZ");
        let code = found.and_then(|it| it.conditions.first());
        sheet.maybe(&format!("24.{row}.H.code"), CODE, &format!("{at}.certifications"), code);
        sheet.put(&format!("24.{row}.H"), CODE, &format!("{at}.earlyScreening"), "Y");
    } else if line.family_planning.as_deref() == Some("Y") {
        sheet.put(&format!("24.{row}.H"), CODE, &format!("{at}.familyPlanning"), "Y");
    }
}

/// Items 24I and 24J: who treated; a person who bills treats.
fn rendering(sheet: &mut Sheet, claim: &Claim, line: &ServiceLine, row: usize, at: &str) {
    let billing = Some(&claim.billing_provider).filter(|party| party.name.entity_type == "1");
    let (told, path) = match line.providers.rendering.as_deref() {
        Some(party) => (Some(party), format!("{at}.providers.rendering")),
        None => (claim.providers.rendering.as_deref(), "providers.rendering".to_owned()),
    };
    let Some(provider) = told.or(billing) else {
        return;
    };
    sheet.put(&format!("24.{row}.J"), CODE, &format!("{path}.identifier"), npi(provider));
    if let Some((qualifier, number)) = other_id(provider).filter(|(it, _)| *it != "ZZ") {
        sheet.put(&format!("24.{row}.I"), CODE, &format!("{path}.references"), qualifier);
        sheet.put(&format!("24.{row}.J.other"), CODE, &format!("{path}.references"), number);
    }
}

/// The shaded line (NUCC, item 24): drug (`N4`), description (`ZZ`), teeth (`JP`) and areas (`JO`) of the
/// mouth, three blanks between two.
fn supplement(line: &ServiceLine) -> String {
    let mut parts = Vec::new();
    if let Some(drug) = line.drug.as_ref().filter(|drug| !drug.code.is_empty()) {
        let unit = drug.unit.as_deref().unwrap_or("");
        let quantity = drug.quantity.map(|it| it.to_string()).unwrap_or_default();
        let code = drug.code.replace('-', "");
        parts.push([&*drug.qualifier, &code, " ", unit, &quantity].concat().trim().to_owned());
    }
    let description = line.procedure.as_ref().and_then(|it| it.description.as_deref());
    if let Some(description) = description.filter(|text| !text.is_empty()) {
        parts.push(["ZZ", description].concat());
    }
    parts.extend(line.teeth.iter().map(|tooth| ["JP", &tooth.tooth].concat()));
    parts.extend(line.oral_cavity.iter().map(|area| ["JO", area].concat()));
    parts.join("   ")
}
