//! Paid by the patient: is it more than the charge?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-053",
        name: "patient-paid-above-charge",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the patient is said to have paid {paid}, more than the {charge} charged",
        help: "Correct what the patient paid for this claim.",
        source: "837 guides: AMT F5",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::AMOUNTS.and(Parts::HEAD),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(charge) = claim.charge_amount else { return };
    for (index, one) in claim.amounts.iter().enumerate().filter(|(_, one)| one.qualifier == "F5") {
        if let Some(paid) = one.amount.filter(|paid| *paid > charge) {
            let path = format_args!("amounts[{index}].amount");
            case.find(path).fact("paid", paid).fact("charge", charge);
        }
    }
}
