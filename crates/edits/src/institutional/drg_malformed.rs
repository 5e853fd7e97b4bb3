//! Diagnosis-related group: can it be one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-13",
        name: "drg-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:256",
        message: "a diagnosis-related group is three or four digits",
        help: "Copy the group again, with leading zeros.",
        source: "837I guide: HI DR",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(code) = claim.diagnosis_related_group.as_deref() else { return };
    if !shape::is_digits(code, 3) && !shape::is_digits(code, 4) {
        case.find("diagnosisRelatedGroup");
    }
}
