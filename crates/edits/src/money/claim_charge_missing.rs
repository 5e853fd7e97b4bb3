//! Total of the claim: is it there?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-01",
        name: "claim-charge-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:178",
        message: "the claim has no total charge",
        help: "Enter the total: the sum of the charges of all lines.",
        source: "837 guides: CLM02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.charge_amount.is_none() {
        case.find("chargeAmount");
    }
}
