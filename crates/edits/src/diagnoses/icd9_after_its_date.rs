//! ICD-9: was it still in force on the day of service?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-05",
        name: "icd9-after-its-date",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:255",
        message: "qualifier {qualifier} is of ICD-9, which ended on 2015-09-30",
        help: "Code services since 1 October 2015 in ICD-10.",
        source: "45 CFR 162.1002(c)",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::PROCEDURES).and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !dates::of_claim(claim).is_some_and(|(_, to)| Days::since(20_151_001).has(Some(to))) {
        return;
    }
    for (index, diagnosis) in claim.diagnoses.iter().enumerate() {
        if listed::is_icd9(&diagnosis.qualifier) {
            let path = format_args!("diagnoses[{index}].qualifier");
            case.find(path).fact("qualifier", &diagnosis.qualifier);
        }
    }
    for (index, procedure) in claim.procedures.iter().enumerate() {
        if listed::is_icd9(&procedure.qualifier) {
            let path = format_args!("procedures[{index}].qualifier");
            case.find(path).fact("qualifier", &procedure.qualifier);
        }
    }
}
