//! Ambulance: is the ride told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-01",
        name: "ambulance-ride-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "the place of service is an ambulance ({place}), but the ride is not told",
        help: "Enter why the patient was taken and how many miles, for the claim as a whole.",
        source: "837P guide: 2300 CR1",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::CERTIFICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let place = claim.facility_code.as_deref().unwrap_or_default();
    if matches!(place, "41" | "42") && claim.ambulance.is_none() {
        case.find("ambulance").fact("place", place);
    }
}
