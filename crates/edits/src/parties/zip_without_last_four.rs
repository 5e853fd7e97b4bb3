//! ZIP code of who bills and where: does it have nine digits?

use superbill_types::{Phi, Rule, Severity};

use super::Country;
use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party, Role};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-014",
        name: "zip-without-last-four",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:500",
        message: "the ZIP code of the billing provider or of the facility needs nine digits",
        help: "Look the last four digits up with the postal service; the repair fills them with \
               zeros.",
        source: "837 guides: 2010AA, 2310C, 2310E N403",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    if !matches!(party.role, Role::Billing | Role::ServiceFacility) {
        return;
    }
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let home = super::country(address) == Country::UnitedStates;
    if home && address.postal_code.as_deref().is_some_and(|zip| is_digits(zip, 5)) {
        case.find("address.postalCode");
    }
}
