//! Upper part of the UB-04: who bills, who is treated, when and why, and what else happened?

use superbill_model::{Claim, ClaimDate};
use superbill_types::DateValue;

use crate::form::party::{
    identifier, listed_name, place, postal_code, spoken_name, street, tax_id, telephone,
};
use crate::form::rules::ORIGINAL_MISSING;
use crate::form::sheet::{ACCOUNT, CODE, COUNT, NAME, NUMBER, Sheet, WORDS};

/// FL 1 to 11 and 38.
pub(super) fn providers_and_patient(sheet: &mut Sheet, claim: &Claim) {
    let provider = &claim.billing_provider;
    let address = provider.address.as_ref();
    sheet.put("1.1", WORDS, "billingProvider.name", &spoken_name(&provider.name));
    sheet.put("1.2", WORDS, "billingProvider.address", &street(address));
    sheet.put("1.3", WORDS, "billingProvider.address", &place(address));
    if let Some((area, number)) = telephone(provider) {
        sheet.put("1.4", WORDS, "billingProvider.contacts", &[area, number].join(" "));
    }
    if let Some(party) = &claim.pay_to_address {
        let name = spoken_name(&party.name);
        let name = if name.is_empty() { spoken_name(&provider.name) } else { name };
        sheet.put("2.1", WORDS, "payToAddress.name", &name);
        sheet.put("2.2", WORDS, "payToAddress.address", &street(party.address.as_ref()));
        sheet.put("2.3", WORDS, "payToAddress.address", &place(party.address.as_ref()));
    }
    sheet.put("3a", ACCOUNT, "patientControlNumber", claim.patient_control_number.reveal());
    let record = claim.reference("EA").map(|number| number.reveal());
    sheet.maybe("3b", NUMBER, "references", record);
    sheet.put("4", CODE, "facilityCode", &type_of_bill(claim));
    let frequency = claim.frequency.as_deref().unwrap_or("1");
    if matches!(frequency, "7" | "8") && claim.reference("F8").is_none() {
        sheet.find(&ORIGINAL_MISSING, "references", &[("field", "64")]);
    }
    sheet.put("5", COUNT, "billingProvider.taxId.value", &tax_number(tax_id(provider)));
    let (path, period) = dated(claim, "434");
    let from = period.and_then(|date| date.from.as_ref());
    sheet.date("6.from", &path, from);
    sheet.date("6.through", &path, period.and_then(|date| date.to.as_ref()).or(from));
    patient(sheet, claim);
    let payer = &claim.coverage.payer;
    let address = payer.address.as_ref();
    sheet.put("38.1", WORDS, "coverage.payer.name", &spoken_name(&payer.name));
    sheet.put("38.2", WORDS, "coverage.payer.address", &street(address));
    sheet.put("38.3", WORDS, "coverage.payer.address", &place(address));
}

fn patient(sheet: &mut Sheet, claim: &Claim) {
    let patient = claim.treated();
    let at = if claim.patient.is_some() { "patient.party" } else { "coverage.subscriber" };
    if claim.patient.is_some() {
        let path = format!("{at}.identifier.value");
        sheet.put("8a", NUMBER, &path, identifier(patient));
    }
    sheet.put("8b", NAME, &format!("{at}.name"), &listed_name(&patient.name));
    let path = format!("{at}.address");
    let address = patient.address.as_ref();
    let told = address.map(|address| address.reveal());
    sheet.put("9a", WORDS, &path, &street(address));
    sheet.maybe("9b", WORDS, &path, told.and_then(|it| it.city.as_ref()));
    sheet.maybe("9c", CODE, &path, told.and_then(|it| it.state.as_ref()));
    sheet.put("9d", COUNT, &path, &postal_code(address).replace('-', ""));
    sheet.maybe("9e", CODE, &path, told.and_then(|it| it.country.as_ref()));
    let told = patient.demographics.as_ref();
    let birth = told.and_then(|it| it.birth_date.as_ref()).map(|date| date.reveal());
    sheet.date("10", &format!("{at}.demographics.birthDate"), birth);
    sheet.maybe("11", CODE, &format!("{at}.demographics.sex"), told.and_then(|it| it.sex.as_ref()));
}

/// FL 5: nine digits with a hyphen after the second.
fn tax_number(number: &str) -> String {
    let digits: String = number.chars().filter(|it| *it != '-').collect();
    match digits.split_at_checked(2) {
        Some((two, seven)) if seven.len() == 7 => [two, "-", seven].concat(),
        _ => digits,
    }
}

/// FL 4: a leading zero, then facility, classification and frequency.
fn type_of_bill(claim: &Claim) -> String {
    let facility = claim.facility_code.as_deref().unwrap_or("");
    let frequency = claim.frequency.as_deref().unwrap_or("");
    match facility.len() {
        0 => String::new(),
        2 => ["0", facility, frequency].concat(),
        _ => [facility, frequency].concat(),
    }
}

/// FL 12 to 17 and 29.
pub(super) fn admission(sheet: &mut Sheet, claim: &Claim) {
    let (path, date) = dated(claim, "435");
    sheet.date("12", &path, date.and_then(|date| date.from.as_ref()));
    let hour =
        |date: Option<&ClaimDate>| date.and_then(|it| it.time.clone()?.get(..2).map(str::to_owned));
    sheet.maybe("13", CODE, &path, hour(date));
    let told = claim.admission.as_ref();
    sheet.maybe("14", CODE, "admission.priority", told.and_then(|it| it.priority.as_ref()));
    sheet.maybe("15", CODE, "admission.source", told.and_then(|it| it.source.as_ref()));
    let (path, date) = dated(claim, "096");
    sheet.maybe("16", CODE, &path, hour(date));
    let status = told.and_then(|it| it.patient_status.as_ref());
    sheet.maybe("17", CODE, "admission.patientStatus", status);
    let state = claim.related_causes.as_ref().and_then(|it| it.state.as_ref());
    sheet.maybe("29", CODE, "relatedCauses.state", state);
}

/// FL 18 to 28 and 31 to 36. Occurrences fill the upper line of FL 31 to 34 first, then the lower.
pub(super) fn events(sheet: &mut Sheet, claim: &Claim) {
    for (index, (code, locator)) in claim.conditions.iter().zip(18..=28).enumerate() {
        sheet.put(&locator.to_string(), CODE, &format!("conditions[{index}]"), code);
    }
    sheet.limit("18", "conditions", 11, claim.conditions.len());
    let places = ["31a", "32a", "33a", "34a", "31b", "32b", "33b", "34b"];
    for (index, (occurrence, place)) in claim.occurrences.iter().zip(places).enumerate() {
        let path = format!("occurrences[{index}]");
        sheet.put(&format!("{place}.code"), CODE, &format!("{path}.code"), &occurrence.code);
        day(sheet, &format!("{place}.date"), &path, occurrence.date.as_ref());
    }
    sheet.limit("31", "occurrences", places.len(), claim.occurrences.len());
    let places = ["35a", "36a", "35b", "36b"];
    for (index, (span, place)) in claim.occurrence_spans.iter().zip(places).enumerate() {
        let path = format!("occurrenceSpans[{index}]");
        sheet.put(&format!("{place}.code"), CODE, &format!("{path}.code"), &span.code);
        day(sheet, &format!("{place}.from"), &path, span.from.as_ref());
        day(sheet, &format!("{place}.through"), &path, span.to.as_ref());
    }
    sheet.limit("35", "occurrenceSpans", places.len(), claim.occurrence_spans.len());
}

/// FL 39 to 41: line a of all three first, then lines b to d. Counts stand left of the cents too.
pub(super) fn values(sheet: &mut Sheet, claim: &Claim) {
    let places =
        ["a", "b", "c", "d"].into_iter().flat_map(|line| [39, 40, 41].map(|it| (it, line)));
    for (index, (value, (locator, line))) in claim.values.iter().zip(places).enumerate() {
        let (field, path) = (format!("{locator}{line}"), format!("values[{index}]"));
        sheet.put(&format!("{field}.code"), CODE, &format!("{path}.code"), &value.code);
        sheet.money(&format!("{field}.amount"), &format!("{path}.amount"), value.amount);
    }
    sheet.limit("39", "values", 12, claim.values.len());
}

fn day(sheet: &mut Sheet, field: &str, path: &str, date: Option<&DateValue>) {
    sheet.date(field, &format!("{path}.date"), date);
}

/// The first date with a qualifier, and its path.
fn dated<'a>(claim: &'a Claim, qualifier: &str) -> (String, Option<&'a ClaimDate>) {
    let found = claim.dates.iter().position(|date| date.qualifier == qualifier);
    let path = found.map_or_else(|| "dates".to_owned(), |index| format!("dates[{index}].from"));
    (path, found.and_then(|index| claim.dates.get(index)))
}
