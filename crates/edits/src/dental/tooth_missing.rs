//! Procedure on a tooth: is the tooth told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-03",
        name: "tooth-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:244",
        message: "{code} is done to a tooth, but no tooth is told",
        help: "Enter the tooth.",
        source: "837D guide: TOO",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if !line.teeth.is_empty() || !teeth::is_in(line, &teeth::OF_A_TOOTH) {
        return;
    }
    if let Some(procedure) = &line.procedure {
        case.find("teeth").code("code", &procedure.code, 5);
    }
}
