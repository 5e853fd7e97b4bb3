//! Crown, bridge or denture: is it the first?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-11",
        name: "prosthesis-kind-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:239",
        message: "{code} may be a first or a replacement, and the line does not tell which",
        help: "Choose initial or replacement.",
        source: "837D guide: SV305",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref() else { return };
    if line.prosthesis.is_none() && teeth::is_in(line, &[2710..=2799, 5110..=5286, 6205..=6794]) {
        case.find("prosthesis").code("code", &procedure.code, 5);
    }
}
