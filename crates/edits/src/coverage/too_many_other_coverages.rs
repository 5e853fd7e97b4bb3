//! Other coverages: can all be sent?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-03",
        name: "too-many-other-coverages",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK3:4",
        message: "{count} other coverages are told; ten can be sent",
        help: "Keep the ten that pay first.",
        source: "837 guides: loop 2320",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let count = claim.other_coverages.len();
    if count > 10 {
        case.find("otherCoverages").fact("count", count);
    }
}
