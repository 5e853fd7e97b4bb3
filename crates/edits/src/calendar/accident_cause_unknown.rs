//! Accident: is its kind one of three?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-11",
        name: "accident-cause-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:7",
        message: "{code} is no cause of a condition",
        help: "Choose AA auto accident, EM employment or OA other accident; none for an illness.",
        source: "837 guides: CLM11",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(related) = &claim.related_causes else { return };
    for (index, cause) in related.causes.iter().enumerate() {
        if !matches!(cause.as_str(), "AA" | "EM" | "OA") {
            let found = case.find(format_args!("relatedCauses.causes[{index}]"));
            found.code("code", cause, 3);
        }
    }
}
