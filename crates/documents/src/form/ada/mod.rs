//! ADA Dental Claim Form (2024): which item says what of a dental claim?
//!
//! Items 1 to 58 as the ADA's completion instructions use them. Ten services a form; what is beyond fills
//! further, complete forms, each with the total of its own lines (item 32), as those instructions ask.

mod head;
mod line;

use superbill_model::{Claim, ClaimBatch, ClaimDate, ClaimParty};
use superbill_types::Money;

use super::diagnosis;
use super::party::{npi, place, spoken_name, street, tax_id, telephone};
use super::rules::{NOT_ON_FORM, SEVERAL_FORMS};
use super::sheet::{CODE, COUNT, NUMBER, Sheet, WORDS};

/// Services of one form.
const LINES: usize = 10;
/// Diagnoses of one form, `A` to `D`.
const DIAGNOSES: usize = 4;
/// Lines a claim may fill forms with: the electronic claim has at most 50.
const MOST_LINES: usize = 999;

pub(super) fn compose(sheet: &mut Sheet, batch: &ClaimBatch, claim: &Claim) {
    head::transaction(sheet, claim);
    head::other_coverage(sheet, claim);
    head::policyholder(sheet, claim);
    head::patient(sheet, claim);
    mouth(sheet, claim);
    diagnoses(sheet, claim);
    let notes: Vec<&str> = claim.notes.iter().map(|note| note.text.reveal().as_str()).collect();
    sheet.paragraph(&["35.1", "35.2"], "notes", &notes.join(" "));
    signatures(sheet, batch, claim);
    treatment(sheet, claim);
    billing(sheet, claim);
    treating(sheet, claim);
    let head = sheet.page();
    let lines = claim.lines.len().min(MOST_LINES);
    sheet.check_lines("24", MOST_LINES, claim.lines.len());
    for first in (0..lines.max(1)).step_by(LINES) {
        if first > 0 {
            sheet.next_page(&head);
        }
        let (mut total, mut taxes) = (None, None);
        let on_form = claim.lines.iter().enumerate().skip(first).take(LINES.min(lines - first));
        for (row, (index, service)) in on_form.enumerate() {
            line::compose(sheet, claim, index, service, row + 1);
            let tax = service.amounts.iter().filter(|amount| amount.qualifier == "T");
            let tax = tax.filter_map(|amount| amount.amount).reduce(|one, other| one + other);
            add(&mut total, service.charge_amount);
            add(&mut total, tax);
            add(&mut taxes, tax);
        }
        if taxes.is_some() {
            sheet.money("31a", "lines", taxes);
        }
        sheet.money("32", "chargeAmount", total.or(claim.charge_amount.filter(|_| lines == 0)));
    }
    if lines > LINES {
        let count = lines.div_ceil(LINES).to_string();
        let facts = [("count", &*count), ("totals", "Each carries the total of its own lines.")];
        sheet.find(&SEVERAL_FORMS, "lines", &facts);
    }
}

fn add(total: &mut Option<Money>, amount: Option<Money>) {
    if let Some(amount) = amount {
        *total = Some(total.unwrap_or(Money::ZERO) + amount);
    }
}

/// Item 33: missing teeth among the permanent ones.
fn mouth(sheet: &mut Sheet, claim: &Claim) {
    for (index, tooth) in claim.tooth_status.iter().enumerate() {
        let number = tooth.tooth.parse::<u8>().ok().filter(|number| (1..=32).contains(number));
        match number.filter(|_| tooth.status == "M") {
            Some(number) => sheet.mark(&format!("33.{number}")),
            None => {
                let facts = [("what", "a tooth that is not a missing permanent one")];
                sheet.find(&NOT_ON_FORM, &format!("toothStatus[{index}]"), &facts);
            }
        }
    }
}

/// Items 34 and 34a.
fn diagnoses(sheet: &mut Sheet, claim: &Claim) {
    let pointed = diagnosis::pointed(claim);
    diagnosis::edition(sheet, "34", &pointed, ["AB", "B"]);
    sheet.limit("34a", "diagnoses", DIAGNOSES, pointed.len());
    for ((index, diagnosis), letter) in pointed.iter().zip('A'..='D') {
        let path = format!("diagnoses[{index}].code");
        sheet.put(&format!("34a.{letter}"), CODE, &path, &diagnosis.code);
    }
}

/// Items 36, 37 and 53: the signatures are on file; the day is that of the batch.
fn signatures(sheet: &mut Sheet, batch: &ClaimBatch, claim: &Claim) {
    let on_file = "SIGNATURE ON FILE";
    if matches!(claim.release_of_information.as_deref(), Some("Y" | "I")) {
        sheet.put("36", WORDS, "releaseOfInformation", on_file);
    }
    if claim.benefits_assigned.as_deref() == Some("Y") {
        sheet.put("37", WORDS, "benefitsAssigned", on_file);
    }
    if claim.signature_on_file.as_deref() == Some("Y") {
        sheet.put("53", WORDS, "signatureOnFile", on_file);
        sheet.date("53.date", "date", batch.date.as_ref());
    }
}

/// Items 38 to 47.
fn treatment(sheet: &mut Sheet, claim: &Claim) {
    sheet.maybe("38", CODE, "facilityCode", claim.facility_code.as_ref());
    let enclosed = claim.lines.iter().map(|line| line.attachments.len()).sum::<usize>();
    let enclosed = enclosed + claim.attachments.len() > 0;
    sheet.put("39", CODE, "attachments", if enclosed { "Y" } else { "N" });
    sheet.answer("40", claim.orthodontics.is_some());
    dated(sheet, "41", claim, "452");
    let months = claim.orthodontics.as_ref().and_then(|it| it.treatment_months);
    let months = months.map(|months| months.to_string());
    sheet.maybe("42", COUNT, "orthodontics.treatmentMonths", months);
    let replaced = claim.lines.iter().any(|line| line.prosthesis.as_deref() == Some("R"));
    sheet.answer("43", replaced);
    let prior = claim.lines.iter().enumerate().find_map(|(index, line)| {
        Some((index, line.dates.iter().find(|date| date.qualifier == "441")?))
    });
    match prior {
        Some((index, date)) => {
            sheet.date("44", &format!("lines[{index}].dates"), date.from.as_ref())
        }
        None => dated(sheet, "44", claim, "441"),
    }
    if let Some(related) = &claim.related_causes {
        for (cause, mark) in [("EM", "45.work"), ("AA", "45.auto"), ("OA", "45.other")] {
            if related.causes.iter().any(|code| code == cause) {
                sheet.mark(mark);
            }
        }
        sheet.maybe("47", CODE, "relatedCauses.state", related.state.as_ref());
    }
    dated(sheet, "46", claim, "439");
}

fn dated(sheet: &mut Sheet, field: &str, claim: &Claim, qualifier: &str) {
    if let Some((path, date)) = date_of(claim, qualifier) {
        sheet.date(field, &path, date.from.as_ref());
    }
}

/// The claim's first date with a qualifier, and its path.
fn date_of<'a>(claim: &'a Claim, qualifier: &str) -> Option<(String, &'a ClaimDate)> {
    let mut dates = claim.dates.iter().enumerate();
    let (index, date) = dates.find(|(_, date)| date.qualifier == qualifier)?;
    Some((format!("dates[{index}].from"), date))
}

/// Items 48 to 52a.
fn billing(sheet: &mut Sheet, claim: &Claim) {
    let (provider, at) = (&claim.billing_provider, "billingProvider");
    let address = provider.address.as_ref();
    sheet.put("48.1", WORDS, &format!("{at}.name"), &spoken_name(&provider.name));
    sheet.put("48.2", WORDS, &format!("{at}.address"), &street(address));
    sheet.put("48.3", WORDS, &format!("{at}.address"), &place(address));
    sheet.put("49", CODE, &format!("{at}.identifier"), npi(provider));
    sheet.put("50", NUMBER, &format!("{at}.references"), reference(provider, &["0B"]));
    sheet.put("51", CODE, &format!("{at}.taxId.value"), tax_id(provider));
    phone(sheet, "52", at, provider);
    sheet.put("52a", NUMBER, &format!("{at}.references"), reference(provider, &["G2", "LU"]));
}

/// Items 54 to 58: who treated, where. Who bills treats where nobody else is told.
fn treating(sheet: &mut Sheet, claim: &Claim) {
    let (provider, at) = match claim.providers.rendering.as_deref() {
        Some(provider) => (provider, "providers.rendering"),
        None => (&claim.billing_provider, "billingProvider"),
    };
    sheet.put("53.name", WORDS, &format!("{at}.name"), &spoken_name(&provider.name));
    sheet.put("54", CODE, &format!("{at}.identifier"), npi(provider));
    sheet.put("55", NUMBER, &format!("{at}.references"), reference(provider, &["0B"]));
    let (site, from) = match claim.providers.service_facility.as_deref() {
        Some(facility) => (facility, "providers.serviceFacility"),
        None => (&claim.billing_provider, "billingProvider"),
    };
    let address = site.address.as_ref();
    sheet.put("56.1", WORDS, &format!("{from}.address"), &street(address));
    sheet.put("56.2", WORDS, &format!("{from}.address"), &place(address));
    sheet.maybe("56a", CODE, &format!("{at}.taxonomy"), provider.taxonomy.as_ref());
    phone(sheet, "57", from, site);
    sheet.put("58", NUMBER, &format!("{at}.references"), reference(provider, &["G2", "LU"]));
}

fn phone(sheet: &mut Sheet, field: &str, at: &str, party: &ClaimParty) {
    if let Some((area, number)) = telephone(party) {
        let (exchange, rest) = number.split_at_checked(3).unwrap_or((&number, ""));
        let number = [&*area, "-", exchange, "-", rest].concat();
        sheet.put(field, COUNT, &format!("{at}.contacts"), &number);
    }
}

/// The first further number of one of these kinds, or nothing.
fn reference<'a>(party: &'a ClaimParty, kinds: &[&str]) -> &'a str {
    let ours = || party.references.iter().filter(|reference| reference.payer.is_none());
    let found = kinds.iter().find_map(|kind| ours().find(|it| it.qualifier == *kind));
    found.map_or("", |reference| reference.value.reveal())
}
