//! Place of service: is there an address?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party, Role};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-066",
        name: "facility-address-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:126",
        message: "the place of the service has no address",
        help: "Enter the address of the facility.",
        source: "837 guides: 2310C, 2310E, 2420C N3, N4",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    if party.role == Role::ServiceFacility && party.party.address.is_none() {
        case.find("address");
    }
}
