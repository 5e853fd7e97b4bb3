//! Diagnoses: does one exclude another?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-12",
        name: "diagnoses-exclude-each-other",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:255",
        message: "{one} and {other} exclude each other (Excludes1 at {at})",
        help: "Code one of them, unless the patient has two conditions that have nothing to do with each other.",
        source: "ICD-10-CM guidelines I.A.12.a",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let diagnoses = listed::icd10(claim).filter(|(_, it)| listed::is_pointed_at(it));
    for (first, one) in diagnoses.clone() {
        for (second, other) in
            diagnoses.clone().filter(|(at, it)| *at > first && it.code != one.code)
        {
            if let Some(note) = case.books().excludes1(&one.code, &other.code) {
                let found = case.find(format_args!("diagnoses[{second}].code"));
                found.fact("one", &one.code).fact("other", &other.code).fact("at", note.at);
            }
        }
    }
}
