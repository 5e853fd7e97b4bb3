//! Discharge: did the patient leave by the end of this bill?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-04",
        name: "discharge-hour-early",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:233",
        message: "the bill tells an hour of discharge, but frequency {frequency} says that the \
                  stay goes on",
        help: "Delete the hour of discharge, or bill the end of the stay with frequency 1 or \
               4.",
        source: "837I guide: DTP 096; NUBC type of bill",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let frequency = bill::frequency(claim);
    let left = claim.dates.iter().position(|date| date.qualifier == "096");
    if let Some(index) = left.filter(|_| matches!(frequency, "2" | "3")) {
        case.find(format_args!("dates[{index}]")).code("frequency", frequency, 1);
    }
}
