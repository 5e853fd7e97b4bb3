//! Place of service: does it differ from who bills?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-15",
        name: "facility-is-billing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:126",
        message: "the place of service has the address of the billing provider",
        help: "Leave the place out: it is told only where it differs.",
        source: "837 guides: 2310C, 2310E",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING.and(Parts::PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(place) = &claim.providers.service_facility else { return };
    let billing = &claim.billing_provider;
    let same = place.address.is_some() && place.address == billing.address;
    // Another provider number at the same address is another place.
    if same && (place.identifier.is_none() || place.identifier == billing.identifier) {
        case.find("providers.serviceFacility.address");
    }
}
