//! ICD-10: was it in force on the day of service?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-060",
        name: "icd10-before-its-date",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:254",
        message: "an ICD-10 code for a service on {day}, before 2015-10-01",
        help: "Code services before 1 October 2015 in ICD-9, or correct the date of service.",
        source: "45 CFR 162.1002(c)",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(day) = listed::day(claim).filter(|day| !SINCE.has(Some(*day))) else { return };
    if let Some((index, _)) = listed::icd10(claim).next() {
        case.find(format_args!("diagnoses[{index}].qualifier")).fact("day", day);
    }
}

/// Days on which ICD-10 counts.
const SINCE: Days = Days::since(20_151_001);
