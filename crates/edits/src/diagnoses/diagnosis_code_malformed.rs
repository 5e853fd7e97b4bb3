//! Diagnosis codes: can each be an ICD-10-CM code?

use superbill_codes::CodeSystem;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-06",
        name: "diagnosis-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:255",
        message: "{code} cannot be an ICD-10-CM code",
        help: "Write a letter, a digit, and one to five more letters or digits, without the point.",
        source: "ICD-10-CM guidelines I.A.1; 837 guides: HI",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, diagnosis) in listed::icd10(claim) {
        let code = &diagnosis.code;
        if !CodeSystem::Icd10Cm.shapes(code) || code.contains('.') {
            case.find(format_args!("diagnoses[{index}].code")).code("code", code, 8);
        }
    }
}
