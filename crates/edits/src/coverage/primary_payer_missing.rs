//! Order of payers: is there a first?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-01",
        name: "primary-payer-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:732",
        message: "no coverage of the claim is primary",
        help: "Add the coverage that pays first, with what it paid, or correct the order.",
        source: "837 guides: SBR01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if place::coverages(claim).all(|(_, coverage)| coverage.sequence != "P") {
        case.find("coverage.sequence");
    }
}
