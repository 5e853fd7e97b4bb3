//! Procedure of a line: is there one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-01",
        name: "procedure-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:454",
        message: "the line has no procedure code",
        help: "Enter the code of what was done.",
        source: "837 guides: SV101-2, SV301-2",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if line.procedure.as_ref().is_none_or(|procedure| procedure.code.is_empty()) {
        case.find("procedure.code");
    }
}
