//! Subscriber told to be the patient: is there another patient?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-027",
        name: "self-with-patient",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "IK4:I13",
        message: "the subscriber is told to be the patient, but another patient is told too",
        help: "Remove the patient, or choose how the patient is related to the subscriber.",
        source: "837 guides: SBR02, loop 2000C",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::PATIENT),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.patient.is_some() && claim.coverage.relationship.as_deref() == Some("18") {
        case.find("coverage.relationship");
    }
}
