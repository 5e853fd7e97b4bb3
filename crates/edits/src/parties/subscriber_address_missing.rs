//! Subscriber who is the patient: is there an address?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-033",
        name: "subscriber-address-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:126",
        message: "the subscriber is the patient, but has no address",
        help: "Enter the address of the patient.",
        source: "837 guides: 2010BA N3, N4",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::PATIENT),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.patient.is_none() && claim.coverage.subscriber.0.address.is_none() {
        case.find("coverage.subscriber.address");
    }
}
