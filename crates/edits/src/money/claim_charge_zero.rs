//! Total of the claim: is there anything to pay?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-043",
        name: "claim-charge-zero",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:178",
        message: "the claim charges nothing, though it is sent to be paid",
        help: "Send it as a report of services (usage RP), or enter the charges.",
        source: "837 guides: CLM02, BHT06",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::BATCH),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let usage = case.batch().usage.as_deref().unwrap_or("CH");
    if usage == "CH" && claim.charge_amount.is_some_and(|charge| charge.is_zero()) {
        case.find("chargeAmount");
    }
}
