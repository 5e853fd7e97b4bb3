//! Principal diagnosis: is it a late effect?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-059",
        name: "principal-diagnosis-sequela",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:254",
        message: "{code} is a late effect (seventh character S) and cannot be the principal diagnosis",
        help: "Put the condition that is treated now first, and {code} after it.",
        source: "ICD-10-CM guidelines I.B.10",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((index, diagnosis)) = listed::principal(claim) else { return };
    if diagnosis.code.len() == 7 && diagnosis.code.ends_with('S') {
        case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
    }
}
