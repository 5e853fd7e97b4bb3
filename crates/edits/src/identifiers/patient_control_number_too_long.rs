//! Our number for the claim: is it short enough?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-041",
        name: "patient-control-number-too-long",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:478",
        message: "the number of the claim has {length} characters; payers keep 20",
        help: "Use at most 20 characters; 17 is safe everywhere.",
        source: "837 guides: CLM01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let length = claim.patient_control_number.reveal().chars().count();
    if length > MOST {
        case.find("patientControlNumber").fact("length", length);
    }
}

/// Characters that every receiver keeps; X12 itself allows 38.
const MOST: usize = 20;
