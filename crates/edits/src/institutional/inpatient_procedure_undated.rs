//! Procedures of a stay: does each have its day?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-14",
        name: "inpatient-procedure-undated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:486",
        message: "the procedure of the stay has no day",
        help: "Enter the day on which it was done.",
        source: "837I guide: HI BBR, BBQ",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROCEDURES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.procedures.iter().enumerate() {
        if bill::is_procedure(&it.qualifier) && it.date.is_none() {
            case.find(format_args!("procedures[{index}].date"));
        }
    }
}
