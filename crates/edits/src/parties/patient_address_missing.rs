//! Patient who is not the subscriber: is there an address?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-039",
        name: "patient-address-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:126",
        message: "the patient has no address",
        help: "Enter the address of the patient, also where it is that of the subscriber.",
        source: "837 guides: 2010CA N3, N4",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::PATIENT,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.patient.as_ref().is_some_and(|patient| patient.party.address.is_none()) {
        case.find("patient.party.address");
    }
}
