//! Lines: are there more than can be sent?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-08",
        name: "lines-too-many",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK3:4",
        message: "the claim has {count} lines, {most} at most can be sent",
        help: "Split the claim: each part has its own lines, and a total that equals them.",
        source: "837 guides: loop 2400",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let most = match claim.kind {
        ClaimKind::Professional | ClaimKind::Dental => 50,
        ClaimKind::Institutional => 999,
    };
    let count = claim.lines.len();
    if count > most {
        // At the first that is too many.
        case.find(format_args!("lines[{most}]")).fact("count", count).fact("most", most);
    }
}
