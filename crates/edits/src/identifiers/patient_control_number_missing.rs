//! Our number for the claim: is it there?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-05",
        name: "patient-control-number-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:478",
        message: "the claim has no number of its own",
        help: "Give the claim a number; the remittance echoes it.",
        source: "837 guides: CLM01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if is_blank(claim.patient_control_number.reveal()) {
        case.find("patientControlNumber");
    }
}
