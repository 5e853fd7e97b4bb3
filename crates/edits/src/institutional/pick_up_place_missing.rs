//! Facility's ambulance: does Medicare learn where the ride began?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-25",
        name: "pick-up-place-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:463",
        message: "the bill has ambulance rides, but value A0 with the ZIP code of the pick-up \
                  is missing",
        help: "Add value code A0 with the ZIP code of the place where the patient was picked \
               up.",
        source: "Medicare Claims Processing Manual 15, 30.2",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::COVERAGE)
        .and(Parts::BILL_CODES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let bill = matches!(bill::kind(claim), "12" | "13" | "22" | "23" | "83" | "85");
    let rides = claim.lines.iter().any(|line| bill::revenue(line).starts_with("054"));
    let told = claim.values.iter().any(|one| one.code == "A0");
    if bill && rides && !told && bill::is_medicare(claim) {
        case.find("values");
    }
}
