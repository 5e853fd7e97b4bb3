//! Total of the claim: is it below nothing?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-042",
        name: "claim-charge-negative",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:178",
        message: "the claim charges {charge}, which is below zero",
        help: "Enter a total of zero or more. To take a charge back, replace or void the earlier \
               claim.",
        source: "RFI 2499; 837 guides: CLM02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if let Some(charge) = claim.charge_amount.filter(|charge| charge.is_negative()) {
        case.find("chargeAmount").fact("charge", charge);
    }
}
