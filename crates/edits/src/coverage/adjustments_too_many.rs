//! Earlier payers: do their adjustments fit?

use core::fmt::Display;

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-08",
        name: "adjustments-too-many",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK3:5",
        message: "{count} adjustments of one payer stand together, {most} at most can be sent",
        help: "Add up those of the same group and reason.",
        source: "837 guides: CAS in 2320 and 2430, five segments of six",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        tell(case, other.adjustments.len(), &format_args!("otherCoverages[{index}]"));
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, answer) in line.adjudications.iter().enumerate() {
            let path = format_args!("lines[{at}].adjudications[{index}]");
            tell(case, answer.adjustments.len(), &path);
        }
    }
}

fn tell(case: &mut Case<'_>, count: usize, path: &dyn Display) {
    if count > MOST {
        case.find(path).fact("count", count).fact("most", MOST);
    }
}

/// Five segments of six.
const MOST: usize = 30;
