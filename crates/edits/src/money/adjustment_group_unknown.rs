//! Adjustments: is the group one of the list?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-21",
        name: "adjustment-group-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "IK4:7",
        message: "{group} is no group of adjustments",
        help: "Use CO, PR, OA or PI as in the remittance.",
        source: "837 guides: CAS01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::adjustments(claim, &mut |path, adjustment| {
        if !matches!(adjustment.group.as_str(), "CO" | "CR" | "OA" | "PI" | "PR") {
            case.find(format_args!("{path}.group")).code("group", &adjustment.group, 2);
        }
    });
}
