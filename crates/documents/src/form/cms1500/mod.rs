//! CMS-1500 (02/12): which item says what of a professional claim?
//!
//! After the NUCC 1500 instruction manual and, for Medicare as first payer, the Medicare Claims Processing
//! Manual, chapter 26 (item 11 says `NONE`; items 4 and 7 stay empty). Six lines a form; of further lines
//! each six fill a form of their own, with the same heads, the same diagnoses and the total of its own lines
//! (item 28: the charges of item 24F), so that every form stands alone. What is already paid (item 29)
//! stands on the first form only. Payers that ask for one total on the last form, and `CONTINUED` before it,
//! are better sent the electronic claim.

mod head;
mod line;

use superbill_model::{Claim, ClaimBatch, ClaimDate};
use superbill_types::Money;

use super::diagnosis;
use super::party::{npi, other_id, place, spoken_name, street, tax_id, telephone};
use super::rules::{ORIGINAL_MISSING, SEVERAL_FORMS};
use super::sheet::{ACCOUNT, CODE, COUNT, NOTE, NUMBER, Sheet, WORDS};

/// Lines of one form.
const LINES: usize = 6;
/// Diagnoses of one form, `A` to `L`.
const DIAGNOSES: usize = 12;
/// Lines a claim may fill forms with: the electronic claim has at most 50.
const MOST_LINES: usize = 999;

pub(super) fn compose(sheet: &mut Sheet, batch: &ClaimBatch, claim: &Claim) {
    head::carrier(sheet, claim);
    head::insured(sheet, claim);
    head::patient(sheet, claim);
    head::other_insured(sheet, claim);
    head::condition(sheet, claim);
    episode(sheet, claim);
    diagnoses(sheet, claim);
    reference_numbers(sheet, claim);
    billing(sheet, batch, claim);
    let head = sheet.page();
    let lines = claim.lines.len().min(MOST_LINES);
    sheet.check_lines("24", MOST_LINES, claim.lines.len());
    for first in (0..lines.max(1)).step_by(LINES) {
        if first == 0 {
            sheet.money("29", "amounts", paid(claim));
        } else {
            sheet.next_page(&head);
        }
        let on_form = claim.lines.iter().enumerate().skip(first).take(LINES.min(lines - first));
        let mut total = (lines == 0).then_some(claim.charge_amount).flatten();
        for (row, (index, service)) in on_form.enumerate() {
            line::compose(sheet, claim, index, service, row + 1);
            total = Some(total.unwrap_or(Money::ZERO) + service.charge_amount.unwrap_or_default());
        }
        sheet.money("28", "chargeAmount", total);
    }
    if lines > LINES {
        let count = lines.div_ceil(LINES).to_string();
        let totals = "Each carries the total of its own lines; what is paid stands on the first.";
        sheet.find(&SEVERAL_FORMS, "lines", &[("count", &count), ("totals", totals)]);
    }
}

/// Items 14 to 19: when it began, who sent the patient, what else is to be known.
fn episode(sheet: &mut Sheet, claim: &Claim) {
    let of = |wanted: &[&str]| -> Option<(usize, &ClaimDate)> {
        let dates = || claim.dates.iter().enumerate();
        wanted.iter().find_map(|it| dates().find(|(_, date)| date.qualifier == **it))
    };
    if let Some((index, date)) = of(&["431", "484"]) {
        sheet.date("14", &path(index), date.from.as_ref());
        sheet.put("14.qualifier", CODE, &path(index), &date.qualifier);
    }
    if let Some((index, date)) = of(&OTHER_DATES) {
        sheet.date("15", &path(index), date.from.as_ref());
        sheet.put("15.qualifier", CODE, &path(index), &date.qualifier);
    }
    for (field, span, from, to) in [("16", "314", "360", "361"), ("18", "", "435", "096")] {
        let begin = of(&[span, from]);
        let end = of(&[to]).and_then(|(index, date)| Some((index, date.from.as_ref()?)));
        let end = end.or_else(|| begin.and_then(|(index, date)| Some((index, date.to.as_ref()?))));
        if let Some((index, date)) = begin {
            sheet.date(&format!("{field}.from"), &path(index), date.from.as_ref());
        }
        if let Some((index, date)) = end {
            sheet.date(&format!("{field}.to"), &path(index), Some(date));
        }
    }
    head::referrer(sheet, claim);
    more(sheet, claim);
    let bought: Vec<_> =
        claim.lines.iter().filter_map(|line| line.purchased_service.as_ref()).collect();
    sheet.answer("20", !bought.is_empty());
    if !bought.is_empty() {
        let total = bought.iter().filter_map(|service| service.amount).sum();
        sheet.money("20", "lines", Some(total));
    }
}

/// Item 19: a note, then what is sent along (`PWK`, its kind, how it gets there, its number), three blanks
/// between two.
fn more(sheet: &mut Sheet, claim: &Claim) {
    sheet.limit("19", "notes", 1, claim.notes.len());
    let note = claim.notes.first().map(|note| note.text.reveal().to_string());
    let attached = claim.attachments.iter().map(|it| {
        let number = it.control_number.as_ref().map_or("", |number| number.reveal());
        ["PWK", &it.kind, it.transmission.as_deref().unwrap_or(""), number].concat()
    });
    let text = note.into_iter().chain(attached).collect::<Vec<_>>().join("   ");
    if text.chars().count() <= sheet.room("19.2") {
        sheet.put("19.2", NOTE, "notes[0].text", &text);
    } else {
        sheet.paragraph(&["19.1", "19.2"], "notes[0].text", &text);
    }
}

fn path(date: usize) -> String {
    format!("dates[{date}].from")
}

/// Item 21: diagnoses `A` to `L`, all of one edition of ICD.
fn diagnoses(sheet: &mut Sheet, claim: &Claim) {
    let pointed = diagnosis::pointed(claim);
    diagnosis::edition(sheet, "21.indicator", &pointed, ["0", "9"]);
    if pointed.is_empty() {
        sheet.put("21A", CODE, "diagnoses", "");
    }
    sheet.limit("21", "diagnoses", DIAGNOSES, pointed.len());
    for ((index, diagnosis), letter) in pointed.iter().zip('A'..='L') {
        let path = format!("diagnoses[{index}].code");
        sheet.put(&format!("21{letter}"), CODE, &path, &diagnosis.code);
    }
}

/// Items 22 and 23: which claim it changes, and who authorised it.
fn reference_numbers(sheet: &mut Sheet, claim: &Claim) {
    let frequency = claim.frequency.as_deref().unwrap_or("1");
    let original = claim.reference("F8").map_or("", |number| number.reveal());
    if matches!(frequency, "7" | "8") {
        sheet.put("22.code", CODE, "frequency", frequency);
        if original.is_empty() {
            sheet.find(&ORIGINAL_MISSING, "references", &[("field", "22")]);
        }
    }
    sheet.put("22", NUMBER, "references", original);
    let wanted = ["G1", "9F", "X4", "EW"];
    let mut found = wanted.iter().filter_map(|it| claim.reference(it));
    sheet.maybe("23", NUMBER, "references", found.next().map(|number| number.reveal()));
    sheet.limit("23", "references", 1, found.count() + 1);
}

/// Items 25 to 33 but for the amounts.
fn billing(sheet: &mut Sheet, batch: &ClaimBatch, claim: &Claim) {
    let provider = &claim.billing_provider;
    sheet.put("25", CODE, "billingProvider.taxId.value", tax_id(provider));
    match provider.tax_id.as_ref().map(|it| it.qualifier.as_str()) {
        Some("SY") => sheet.mark("25.ssn"),
        Some(_) => sheet.mark("25.ein"),
        None => {}
    }
    sheet.put("26", ACCOUNT, "patientControlNumber", claim.patient_control_number.reveal());
    if let Some(assignment) = &claim.assignment {
        sheet.answer("27", matches!(assignment.as_str(), "A" | "B"));
    }
    if claim.signature_on_file.as_deref() == Some("Y") {
        sheet.put("31", WORDS, "signatureOnFile", "SIGNATURE ON FILE");
        if batch.date.is_some() {
            sheet.date("31.date", "date", batch.date.as_ref());
        }
    }
    if let Some(facility) = &claim.providers.service_facility {
        let at = "providers.serviceFacility";
        let address = facility.address.as_ref();
        sheet.put("32.1", WORDS, &format!("{at}.name"), &spoken_name(&facility.name));
        sheet.put("32.2", WORDS, &format!("{at}.address"), &street(address));
        sheet.put("32.3", WORDS, &format!("{at}.address"), &place(address));
        sheet.put("32a", CODE, &format!("{at}.identifier"), npi(facility));
        if let Some((qualifier, number)) = other_id(facility).filter(|(it, _)| *it != "ZZ") {
            sheet.put("32b", CODE, &format!("{at}.references"), &[qualifier, number].concat());
        }
    }
    if let Some((area, number)) = telephone(provider) {
        sheet.put("33.area", CODE, "billingProvider.contacts", &area);
        sheet.put("33.phone", COUNT, "billingProvider.contacts", &number);
    }
    let address = provider.address.as_ref();
    sheet.put("33.1", WORDS, "billingProvider.name", &spoken_name(&provider.name));
    sheet.put("33.2", WORDS, "billingProvider.address", &street(address));
    sheet.put("33.3", WORDS, "billingProvider.address", &place(address));
    sheet.put("33a", CODE, "billingProvider.identifier", npi(provider));
    if let Some((qualifier, number)) = other_id(provider) {
        let path = "billingProvider.references";
        sheet.put("33b", CODE, path, &[qualifier, number].concat());
    }
}

/// What the patient and earlier payers paid.
fn paid(claim: &Claim) -> Option<Money> {
    let patient = claim.amounts.iter().filter(|amount| amount.qualifier == "F5");
    let patient = patient.filter_map(|amount| amount.amount);
    let payers = claim.other_coverages.iter().filter_map(|coverage| coverage.paid_amount);
    patient.chain(payers).reduce(|one, other| one + other)
}

/// Dates of item 15 in the order they are chosen: accident, first treatment, latest visit, acute
/// manifestation, last X-ray, prescription, care taken over and given up, first visit.
const OTHER_DATES: [&str; 9] = ["439", "454", "304", "453", "455", "471", "090", "091", "444"];
