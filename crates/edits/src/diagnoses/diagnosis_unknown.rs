//! Diagnosis codes: does the table know each?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-10",
        name: "diagnosis-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:255",
        message: "{code} is no ICD-10-CM code",
        help: "Look the code up again. The table has near it: {choices}.",
        source: "ICD-10-CM tabular list; 45 CFR 162.1002",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    table::statuses(claim, case, |index, code, status, on, case| {
        if status == CodeStatus::Unknown {
            let choices = table::instead(case, code, on);
            let outdated = case.is_outdated(CodeSystem::Icd10Cm, on);
            let found = case.find(format_args!("diagnoses[{index}].code")).softer_if(outdated);
            found.fact("code", code).fact("choices", choices);
        }
    });
}
