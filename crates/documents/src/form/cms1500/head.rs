//! Upper half of the CMS-1500: who pays, who is insured, who is treated, and what happened?

use superbill_model::{Claim, ClaimParty, Coverage};

use crate::form::party::{
    identifier, listed_name, npi, other_id, place, postal_code, spoken_name, street, telephone,
};
use crate::form::rules::NOT_ON_FORM;
use crate::form::sheet::{CODE, COUNT, NAME, NUMBER, Sheet, WORDS};

/// Above the items: the payer's name and address.
pub(super) fn carrier(sheet: &mut Sheet, claim: &Claim) {
    let payer = &claim.coverage.payer;
    let address = payer.address.as_ref();
    let streets = address.map_or(&[][..], |address| &address.reveal().lines);
    sheet.put("carrier.1", WORDS, "coverage.payer.name", &spoken_name(&payer.name));
    for (line, field) in streets.iter().zip(["carrier.2", "carrier.3"]) {
        sheet.put(field, WORDS, "coverage.payer.address", line);
    }
    sheet.put("carrier.4", WORDS, "coverage.payer.address", &place(address));
}

/// Items 1, 1a, 4, 7 and 11.
pub(super) fn insured(sheet: &mut Sheet, claim: &Claim) {
    let coverage = &claim.coverage;
    let subscriber = &coverage.subscriber.0;
    sheet.mark(&format!("1.{}", program(coverage)));
    sheet.put("1a", NUMBER, "coverage.subscriber.identifier.value", identifier(subscriber));
    if is_medicare_first(coverage) {
        return sheet.put("11", WORDS, "coverage.groupNumber", "NONE");
    }
    sheet.put("4", NAME, "coverage.subscriber.name", &listed_name(&subscriber.name));
    address(sheet, "7", "coverage.subscriber", subscriber);
    sheet.maybe(
        "11",
        NUMBER,
        "coverage.groupNumber",
        coverage.group_number.as_ref().map(|it| it.reveal()),
    );
    birth(sheet, "11a", "coverage.subscriber", subscriber);
    if let Some(number) = claim.reference("Y4") {
        sheet.put("11b.qualifier", CODE, "references", "Y4");
        sheet.put("11b", NUMBER, "references", number.reveal());
    }
    sheet.put("11c", WORDS, "coverage", &plan(coverage));
}

/// Items 2, 3, 5, 6, 12 and 13.
pub(super) fn patient(sheet: &mut Sheet, claim: &Claim) {
    let patient = claim.treated();
    let at = if claim.patient.is_some() { "patient.party" } else { "coverage.subscriber" };
    sheet.put("2", NAME, &format!("{at}.name"), &listed_name(&patient.name));
    birth(sheet, "3", at, patient);
    address(sheet, "5", at, patient);
    let relationship = claim.patient.as_ref().map_or("18", |patient| &patient.relationship);
    sheet.mark(match relationship {
        "18" => "6.self",
        "01" => "6.spouse",
        "19" => "6.child",
        _ => "6.other",
    });
    let released = matches!(claim.release_of_information.as_deref(), Some("Y" | "I"));
    if released || claim.patient_signature_source.is_some() {
        sheet.put("12", WORDS, "releaseOfInformation", "SIGNATURE ON FILE");
    }
    if claim.benefits_assigned.as_deref() == Some("Y") {
        sheet.put("13", WORDS, "benefitsAssigned", "SIGNATURE ON FILE");
    }
}

/// Items 9 and 11d.
pub(super) fn other_insured(sheet: &mut Sheet, claim: &Claim) {
    sheet.answer("11d", !claim.other_coverages.is_empty());
    sheet.limit("9", "otherCoverages", 1, claim.other_coverages.len());
    let Some(other) = claim.other_coverages.first() else {
        return;
    };
    let (coverage, at) = (&other.coverage, "otherCoverages[0].coverage");
    let subscriber = &coverage.subscriber.0;
    sheet.put("9", NAME, &format!("{at}.subscriber.name"), &listed_name(&subscriber.name));
    let number = coverage.group_number.as_ref().map(|number| number.reveal().as_str());
    let number = number.unwrap_or_else(|| identifier(subscriber));
    sheet.put("9a", NUMBER, &format!("{at}.groupNumber"), number);
    sheet.put("9d", WORDS, at, &plan(coverage));
}

/// Items 10a to 10d.
pub(super) fn condition(sheet: &mut Sheet, claim: &Claim) {
    let related = claim.related_causes.as_ref();
    let has = |cause: &str| related.is_some_and(|it| it.causes.iter().any(|code| code == cause));
    sheet.answer("10a", has("EM"));
    sheet.answer("10b", has("AA"));
    sheet.answer("10c", has("OA"));
    let state = related.and_then(|it| it.state.as_ref());
    sheet.maybe("10b.state", CODE, "relatedCauses.state", state);
    sheet.put("10d", WORDS, "conditions", &claim.conditions.join(" "));
}

/// Items 17, 17a and 17b: one of who referred, ordered or supervised.
pub(super) fn referrer(sheet: &mut Sheet, claim: &Claim) {
    let of_lines = claim.lines.iter().find_map(|line| line.providers.ordering.as_ref());
    let providers = &claim.providers;
    let candidates = [
        ("DN", "providers.referring", providers.referring.as_ref()),
        ("DK", "providers.ordering", providers.ordering.as_ref().or(of_lines)),
        ("DQ", "providers.supervising", providers.supervising.as_ref()),
    ];
    let mut told = candidates.into_iter().filter_map(|(code, at, party)| Some((code, at, party?)));
    let Some((qualifier, at, provider)) = told.next() else {
        return;
    };
    sheet.put("17.qualifier", CODE, at, qualifier);
    sheet.put("17", WORDS, &format!("{at}.name"), &spoken_name(&provider.name));
    sheet.put("17b", CODE, &format!("{at}.identifier"), npi(provider));
    if let Some((qualifier, number)) = other_id(provider).filter(|(it, _)| *it != "ZZ") {
        sheet.put("17a.qualifier", CODE, &format!("{at}.references"), qualifier);
        sheet.put("17a", CODE, &format!("{at}.references"), number);
    }
    for (_, at, _) in told {
        sheet.find(&NOT_ON_FORM, at, &[("what", "a second provider in item 17")]);
    }
}

fn address(sheet: &mut Sheet, item: &str, at: &str, party: &ClaimParty) {
    let address = party.address.as_ref();
    let path = format!("{at}.address");
    let told = address.map(|address| address.reveal());
    sheet.put(&format!("{item}.street"), WORDS, &path, &street(address));
    let city = told.and_then(|address| address.city.as_ref());
    sheet.maybe(&format!("{item}.city"), WORDS, &path, city);
    let state = told.and_then(|address| address.state.as_ref());
    sheet.maybe(&format!("{item}.state"), CODE, &path, state);
    sheet.put(&format!("{item}.zip"), COUNT, &path, &postal_code(address));
    if let Some((area, number)) = telephone(party) {
        sheet.put(&format!("{item}.area"), CODE, &format!("{at}.contacts"), &area);
        sheet.put(&format!("{item}.phone"), CODE, &format!("{at}.contacts"), &number);
    }
}

fn birth(sheet: &mut Sheet, item: &str, at: &str, party: &ClaimParty) {
    let told = party.demographics.as_ref();
    let date = told.and_then(|it| it.birth_date.as_ref()).map(|date| date.reveal());
    sheet.date(item, &format!("{at}.demographics.birthDate"), date);
    match told.and_then(|it| it.sex.as_deref()) {
        Some("M") => sheet.mark(&format!("{item}.m")),
        Some("F") => sheet.mark(&format!("{item}.f")),
        _ => {}
    }
}

/// Which program of item 1, by the kind of payer.
fn program(coverage: &Coverage) -> &'static str {
    match coverage.filing_indicator.as_deref() {
        Some("MA" | "MB" | "16") => "medicare",
        Some("MC") => "medicaid",
        Some("CH") => "tricare",
        Some("VA") => "champva",
        Some("12" | "13" | "14" | "15" | "BL" | "CI" | "DS" | "HM" | "FI")
            if coverage.group_number.is_some() || coverage.group_name.is_some() =>
        {
            "group"
        }
        _ => "other",
    }
}

fn is_medicare_first(coverage: &Coverage) -> bool {
    coverage.sequence == "P" && matches!(coverage.filing_indicator.as_deref(), Some("MA" | "MB"))
}

/// The name of the plan: that of the group, else the payer's.
fn plan(coverage: &Coverage) -> String {
    let group = coverage.group_name.clone().filter(|name| !name.is_empty());
    group.unwrap_or_else(|| spoken_name(&coverage.payer.name).into()).to_string()
}
