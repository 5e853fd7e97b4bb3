//! Upper half of the ADA form: what is asked of whom, for which insured and patient?

use superbill_model::{Claim, ClaimParty};
use superbill_types::Phi;

use crate::form::party::{identifier, listed_name, place, spoken_name, street};
use crate::form::sheet::{ACCOUNT, NAME, NUMBER, Sheet, WORDS};

/// Items 1 to 3a.
pub(super) fn transaction(sheet: &mut Sheet, claim: &Claim) {
    let predetermination = claim.submission_reason.as_deref() == Some("PB");
    sheet.mark(if predetermination { "1.predetermination" } else { "1.services" });
    if claim.special_program.as_deref() == Some("01") {
        sheet.mark("1.screening");
    }
    let number = ["G3", "G1"].iter().find_map(|it| claim.reference(it)).map(Phi::reveal);
    sheet.maybe("2", NUMBER, "references", number);
    let (payer, at) = (&claim.coverage.payer, "coverage.payer");
    sheet.put("3.1", WORDS, &format!("{at}.name"), &spoken_name(&payer.name));
    sheet.put("3.2", WORDS, &format!("{at}.address"), &street(payer.address.as_ref()));
    sheet.put("3.3", WORDS, &format!("{at}.address"), &place(payer.address.as_ref()));
    sheet.put("3a", NUMBER, &format!("{at}.identifier.value"), identifier(payer));
}

/// Items 4 to 11a. The claim does not tell a dental plan from a medical one.
pub(super) fn other_coverage(sheet: &mut Sheet, claim: &Claim) {
    sheet.limit("5", "otherCoverages", 1, claim.other_coverages.len());
    let Some(other) = claim.other_coverages.first() else {
        return;
    };
    let (coverage, at) = (&other.coverage, "otherCoverages[0].coverage");
    let subscriber = &coverage.subscriber.0;
    sheet.mark("4.dental");
    let path = format!("{at}.subscriber");
    sheet.put("5", NAME, &format!("{path}.name"), &listed_name(&subscriber.name));
    person(sheet, ["6", "7"], &path, subscriber);
    sheet.put("8", NUMBER, &format!("{path}.identifier.value"), identifier(subscriber));
    let group = coverage.group_number.as_ref().map(Phi::reveal);
    sheet.maybe("9", NUMBER, &format!("{at}.groupNumber"), group);
    if let Some(relationship) = &coverage.relationship {
        sheet.mark(&format!("10.{}", related(relationship)));
    }
    let payer = &coverage.payer;
    sheet.put("11.1", WORDS, &format!("{at}.payer.name"), &spoken_name(&payer.name));
    sheet.put("11.2", WORDS, &format!("{at}.payer.address"), &street(payer.address.as_ref()));
    sheet.put("11.3", WORDS, &format!("{at}.payer.address"), &place(payer.address.as_ref()));
    sheet.put("11a", NUMBER, &format!("{at}.payer.identifier.value"), identifier(payer));
}

/// Items 12 to 17.
pub(super) fn policyholder(sheet: &mut Sheet, claim: &Claim) {
    let (coverage, at) = (&claim.coverage, "coverage.subscriber");
    let subscriber = &coverage.subscriber.0;
    sheet.put("12.1", NAME, &format!("{at}.name"), &listed_name(&subscriber.name));
    sheet.put("12.2", WORDS, &format!("{at}.address"), &street(subscriber.address.as_ref()));
    sheet.put("12.3", WORDS, &format!("{at}.address"), &place(subscriber.address.as_ref()));
    person(sheet, ["13", "14"], at, subscriber);
    sheet.put("15", NUMBER, &format!("{at}.identifier.value"), identifier(subscriber));
    let group = coverage.group_number.as_ref().map(Phi::reveal);
    sheet.maybe("16", NUMBER, "coverage.groupNumber", group);
    sheet.maybe("17", WORDS, "coverage.groupName", coverage.group_name.as_ref());
}

/// Items 18 to 23.
pub(super) fn patient(sheet: &mut Sheet, claim: &Claim) {
    let patient = claim.treated();
    let at = if claim.patient.is_some() { "patient.party" } else { "coverage.subscriber" };
    let relationship = claim.patient.as_ref().map_or("18", |patient| &patient.relationship);
    sheet.mark(&format!("18.{}", related(relationship)));
    sheet.put("20.1", NAME, &format!("{at}.name"), &listed_name(&patient.name));
    sheet.put("20.2", WORDS, &format!("{at}.address"), &street(patient.address.as_ref()));
    sheet.put("20.3", WORDS, &format!("{at}.address"), &place(patient.address.as_ref()));
    person(sheet, ["21", "22"], at, patient);
    sheet.put("23", ACCOUNT, "patientControlNumber", claim.patient_control_number.reveal());
}

/// Birth date and gender.
fn person(sheet: &mut Sheet, [birth, gender]: [&str; 2], at: &str, party: &ClaimParty) {
    let told = party.demographics.as_ref();
    let date = told.and_then(|it| it.birth_date.as_ref()).map(Phi::reveal);
    sheet.date(birth, &format!("{at}.demographics.birthDate"), date);
    match told.and_then(|it| it.sex.as_deref()) {
        Some("M") => sheet.mark(&format!("{gender}.m")),
        Some("F") => sheet.mark(&format!("{gender}.f")),
        Some("U") => sheet.mark(&format!("{gender}.u")),
        _ => {}
    }
}

fn related(relationship: &str) -> &'static str {
    match relationship {
        "18" => "self",
        "01" => "spouse",
        "19" => "child",
        _ => "other",
    }
}
