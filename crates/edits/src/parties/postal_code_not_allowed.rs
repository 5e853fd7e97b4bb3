//! Address abroad: is there a postal code?

use superbill_types::{Phi, Rule, Severity};

use super::Country;
use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-021",
        name: "postal-code-not-allowed",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:500",
        message: "an address outside the United States and Canada is sent without a postal code",
        help: "Remove the postal code.",
        source: "837 guides: N403",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let abroad = super::country(address) == Country::Other;
    if abroad && address.postal_code.as_deref().is_some_and(|code| !is_blank(code)) {
        case.find("address.postalCode");
    }
}
