//! Procedure on a tooth: is there one line for each?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-08",
        name: "several-teeth-on-line",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:244",
        message: "{code} is done to one tooth, but the line tells {count}",
        help: "Give each tooth a line of its own.",
        source: "837D guide: TOO",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref() else { return };
    let count = line.teeth.len();
    if count > 1 && teeth::is_in(line, &teeth::OF_A_TOOTH) {
        case.find("teeth").code("code", &procedure.code, 5).fact("count", count);
    }
}
