//! Diagnosis codes: was each in effect on the day of service?

use superbill_codes::CodeStatus;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-11",
        name: "diagnosis-not-in-effect",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:255",
        message: "{code} was not in effect on {day}",
        help: "Use the code of that day: {choices}.",
        source: "ICD-10-CM addenda of each year, in force from October (and April)",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    table::statuses(claim, case, |index, code, status, on, case| {
        if matches!(status, CodeStatus::NotInEffect { .. }) {
            let choices = table::instead(case, code, on);
            let found = case.find(format_args!("diagnoses[{index}].code"));
            found.fact("code", code).fact("day", on).fact("choices", choices);
        }
    });
}
