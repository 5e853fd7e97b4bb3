//! Relationship of the patient: is it a code of the list?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-038",
        name: "patient-relationship-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:481",
        message: "{code} is no relationship of a patient to the subscriber",
        help: "Use 01 spouse, 19 child, 20 employee, 21 unknown, 39 organ donor, 40 cadaver donor, \
               53 life partner or G8 other.",
        source: "837 guides: PAT01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::PATIENT,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(patient) = &claim.patient else { return };
    let known = ["01", "19", "20", "21", "39", "40", "53", "G8"];
    if !known.contains(&patient.relationship.as_str()) {
        case.find("patient.relationship").code("code", &patient.relationship, 2);
    }
}
