//! Late claim: is the reason one that exists?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-052",
        name: "delay-reason-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:7",
        message: "{code} is no reason for a late claim",
        help: "Enter 1 to 11 or 15, or nothing where the claim is in time.",
        source: "837 guides: CLM20",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let told = claim.delay_reason.as_deref().filter(|code| !code.is_empty());
    if let Some(code) = told.filter(|code| !REASONS.contains(code)) {
        case.find("delayReason").code("code", code, 2);
    }
}

const REASONS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "15"];
