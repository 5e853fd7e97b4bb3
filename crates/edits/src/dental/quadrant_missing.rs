//! Gum treatment: is the quadrant told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-06",
        name: "quadrant-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:245",
        message: "{code} is billed by the quadrant, but none is told",
        help: "Enter the quadrant: 10, 20, 30 or 40.",
        source: "837D guide: SV304",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let by_quadrant = matches!(
        teeth::number(line),
        Some(4210 | 4211 | 4230 | 4231 | 4240 | 4241 | 4260 | 4261 | 4341 | 4342)
    );
    let Some(procedure) = line.procedure.as_ref() else { return };
    if by_quadrant && line.oral_cavity.is_empty() && line.teeth.is_empty() {
        case.find("oralCavity").code("code", &procedure.code, 5);
    }
}
