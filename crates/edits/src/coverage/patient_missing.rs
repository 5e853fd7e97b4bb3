//! Subscriber not told to be the patient: is the patient told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-028",
        name: "patient-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "IK3:I6",
        message: "the subscriber is not told to be the patient, but no patient is told",
        help: "Choose self (18), or enter the patient.",
        source: "837 guides: SBR02, loop 2000C",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::PATIENT),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.patient.is_none() && claim.coverage.relationship.as_deref() != Some("18") {
        case.find("coverage.relationship");
    }
}
