//! Lines: is there any?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-05",
        name: "claim-without-lines",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:21",
        message: "the claim has no line",
        help: "Add what was done.",
        source: "837 guides: loop 2400",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.lines.is_empty() {
        case.find("lines");
    }
}
