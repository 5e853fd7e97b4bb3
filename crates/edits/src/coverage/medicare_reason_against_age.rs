//! Reason why Medicare is not primary: does it fit the age?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-07",
        name: "medicare-reason-against-age",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:460",
        message: "{code} is the reason of those {who}, but the patient is {age}",
        help: "Ask again why Medicare is not primary.",
        source: "42 CFR 411.170, 42 CFR 411.200",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::COVERAGE
        .and(Parts::OTHER_COVERAGES)
        .and(Parts::PATIENT)
        .and(Parts::DATES)
        .and(Parts::LINE_DATES)
        .and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let person = claim.treated().demographics.as_ref();
    let birth = person.and_then(|it| it.birth_date.as_ref()).and_then(|it| it.reveal().day());
    let Some((birth, service)) = birth.zip(dates::first_service(claim)) else { return };
    let ((year, month, day), (years, months, days)) = (birth.parts(), service.parts());
    // Medicare counts a person as 65 from the first of the month of the birthday.
    let age = years - year - i32::from((months, days.max(day)) < (month, day));
    for (path, coverage) in place::coverages(claim).filter(|(_, it)| place::is_medicare(it)) {
        let (who, code) = match coverage.insurance_type.as_deref() {
            Some("12") if age < 65 => ("who work at 65 or later", "12"),
            Some("43") if age >= 65 => ("who are disabled and under 65", "43"),
            _ => continue,
        };
        let side = if age < 65 { "younger" } else { "older" };
        let found = case.find(format_args!("{path}.insuranceType"));
        found.fact("code", code).fact("who", who).fact("age", side);
    }
}
