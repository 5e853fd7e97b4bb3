//! Value codes: does each have its amount?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-17",
        name: "value-amount-missing",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A6:463",
        message: "value {code} has no amount",
        help: "Enter the amount; with A0 it is the ZIP code of the place.",
        source: "RFI 698, 1750; 837I guide: HI BE",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, one) in claim.values.iter().enumerate() {
        if one.amount.is_none() {
            case.find(format_args!("values[{index}].amount")).code("code", &one.code, 2);
        }
    }
}
