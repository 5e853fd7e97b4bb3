//! Procedure codes: can each be one?

use superbill_codes::CodeSystem;
use superbill_model::{Claim, ClaimKind, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-078",
        name: "procedure-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} cannot be a procedure code",
        help: "Write five digits, four digits and a letter, or a letter and four digits, without blanks or signs; for a dental claim D and four digits.",
        source: "HIPAA code sets, 45 CFR 162.1002; 837 guides: SV101-2, SV202-2, SV301-2",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = &line.procedure else { return };
    let system = CodeSystem::of_procedure(&procedure.code);
    let right = match procedure.qualifier.as_str() {
        "HC" if claim.kind == ClaimKind::Dental => system == Some(CodeSystem::Cdt),
        "AD" => system == Some(CodeSystem::Cdt),
        "HC" => system.is_some(),
        _ => true,
    };
    if !right && !procedure.code.is_empty() {
        case.find("procedure.code").code("code", &procedure.code, 7);
    }
}
