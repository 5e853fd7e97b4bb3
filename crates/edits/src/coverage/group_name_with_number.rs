//! Group: is its name told only where its number is not?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-05",
        name: "group-name-with-number",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "IK4:I13",
        message: "the name of the group is not told beside its number",
        help: "Remove the name of the group.",
        source: "837 guides: SBR03, SBR04",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim) {
        if coverage.group_number.is_some() && coverage.group_name.is_some() {
            case.find(format_args!("{path}.groupName"));
        }
    }
}
