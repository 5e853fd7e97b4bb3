//! Principal diagnosis: is it an external cause?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-058",
        name: "principal-diagnosis-external-cause",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:254",
        message: "{code} says how it happened and cannot be the principal diagnosis",
        help: "Put the injury or illness first, and {code} after it.",
        source: "ICD-10-CM guidelines I.C.20.a.6",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((index, diagnosis)) = listed::principal(claim) else { return };
    if diagnosis.code.starts_with(['V', 'W', 'X', 'Y']) {
        case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
    }
}
