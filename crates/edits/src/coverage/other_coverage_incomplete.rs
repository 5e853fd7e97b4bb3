//! Other coverage: are payer and subscriber told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-02",
        name: "other-coverage-incomplete",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK3:3",
        message: "the other coverage has no payer with an identifier, or no subscriber with a name",
        help: "Complete payer and subscriber of the other coverage.",
        source: "837 guides: loops 2330A, 2330B",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let path = place::CoveragePath(Some(index));
        if other.coverage.payer.identifier.is_none() {
            case.find(format_args!("{path}.payer.identifier"));
        }
        if other.coverage.subscriber.0.name.last_name.is_none() {
            case.find(format_args!("{path}.subscriber.name"));
        }
    }
}
