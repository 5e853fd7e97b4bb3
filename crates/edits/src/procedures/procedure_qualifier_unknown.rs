//! Procedures: is their code set told?

use superbill_model::{Claim, ClaimKind, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-076",
        name: "procedure-qualifier-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:507",
        message: "{qualifier} is no code set of procedures on this kind of claim",
        help: "Use HC for CPT and HCPCS, HP for rate codes of a facility, AD for dental procedures.",
        source: "837 guides: SV101-1, SV202-1, SV301-1",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref().filter(|it| !it.code.is_empty()) else { return };
    let known: &[&str] = match claim.kind {
        ClaimKind::Professional => &["ER", "HC", "IV", "WK"],
        ClaimKind::Institutional => &["ER", "HC", "HP", "IV", "WK"],
        ClaimKind::Dental => &["AD"],
    };
    if !known.contains(&procedure.qualifier.as_str()) {
        case.find("procedure.qualifier").code("qualifier", &procedure.qualifier, 2);
    }
}
