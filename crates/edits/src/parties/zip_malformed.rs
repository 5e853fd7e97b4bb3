//! ZIP code: is it five or nine digits?

use superbill_types::{Phi, Rule, Severity};

use super::Country;
use crate::shape::{is_blank, is_digits};
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDF-08",
        name: "zip-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:500",
        message: "the ZIP code is not five or nine digits",
        help: "Enter the ZIP code as five or nine digits, without blanks or hyphens.",
        source: "USPS: ZIP+4; 837 guides: N403",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let Some(zip) = address.postal_code.as_deref().filter(|zip| !is_blank(zip)) else { return };
    let home = super::country(address) == Country::UnitedStates
        && !address.state.as_deref().is_some_and(|state| crate::shape::PROVINCES.contains(&state));
    if home && !is_digits(zip, 5) && !is_digits(zip, 9) {
        case.find("address.postalCode");
    }
}
