//! Diagnosis codes: is one a heading?

use superbill_codes::CodeStatus;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-056",
        name: "diagnosis-heading",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:255",
        message: "{code} is a heading, not a code to bill",
        help: "Choose one of the codes below it: {choices}.",
        source: "ICD-10-CM guidelines I.A.3, I.A.5 and I.B.2",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    table::statuses(claim, case, |index, code, status, on, case| {
        if status == CodeStatus::Header {
            let choices = table::instead(case, code, on);
            let found = case.find(format_args!("diagnoses[{index}].code"));
            found.fact("code", code).fact("choices", choices);
        }
    });
}
