//! Discharge: is its hour told on the last bill of a stay?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-02",
        name: "discharge-hour-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:233",
        message: "the hospital stay has ended, but no hour of discharge is told",
        help: "Enter the hour of discharge.",
        source: "837I guide: DTP 096",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES).and(Parts::ADMISSION),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let ended = matches!(bill::frequency(claim), "1" | "4") && bill::status(claim) != "30";
    let told = dates::date(&claim.dates, "096").is_some();
    if bill::is_hospital_stay(claim) && ended && !told {
        case.find("dates");
    }
}
