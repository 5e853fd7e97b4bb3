//! Address: is there a ZIP code?

use superbill_types::{Phi, Rule, Severity};

use super::Country;
use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-05",
        name: "postal-code-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:500",
        message: "the address has no ZIP or postal code",
        help: "Enter the ZIP code, or the country where it is not the United States.",
        source: "837 guides: N403",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let here = super::country(address) != Country::Other;
    if here && address.postal_code.as_deref().is_none_or(is_blank) {
        case.find("address.postalCode");
    }
}
