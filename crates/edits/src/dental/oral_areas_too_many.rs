//! Areas of the mouth: are there more than can be sent?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-15",
        name: "oral-areas-too-many",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:3",
        message: "the line names {count} areas of the mouth, five at most can be sent",
        help: "Keep five, or split the line.",
        source: "837D guide: SV304",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let count = line.oral_cavity.len();
    if count > MOST {
        case.find(format_args!("oralCavity[{MOST}]")).fact("count", count);
    }
}

const MOST: usize = 5;
