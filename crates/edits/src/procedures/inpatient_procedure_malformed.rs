//! Inpatient procedures: can each be an ICD-10-PCS code?

use superbill_codes::CodeSystem;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-07",
        name: "inpatient-procedure-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} cannot be an ICD-10-PCS code",
        help: "Write seven letters and digits; the letters I and O are not used.",
        source: "ICD-10-PCS guidelines A1 to A3",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROCEDURES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, procedure) in claim.procedures.iter().enumerate() {
        let is_icd10 = matches!(procedure.qualifier.as_str(), "BBR" | "BBQ");
        if is_icd10 && !CodeSystem::Icd10Pcs.shapes(&procedure.code) {
            let path = format_args!("procedures[{index}].code");
            case.find(path).code("code", &procedure.code, 7);
        }
    }
}
