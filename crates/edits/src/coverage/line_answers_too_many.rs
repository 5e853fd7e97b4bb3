//! Line: are there more answers than can be sent?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-09",
        name: "line-answers-too-many",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK3:4",
        message: "{count} payers' answers stand at the line, {most} at most can be sent",
        help: "Keep the answers that the next payer needs.",
        source: "837 guides: loop 2430",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_ADJUDICATIONS,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let count = line.adjudications.len();
    if count > MOST {
        case.find(format_args!("adjudications[{MOST}]")).fact("count", count).fact("most", MOST);
    }
}

const MOST: usize = 15;
