//! Address: are city and state told?

use superbill_types::{Phi, Rule, Severity};

use super::Country;
use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-019",
        name: "city-or-state-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:502",
        message: "the address has no city, or in the United States or Canada no state or province",
        help: "Complete the address.",
        source: "837 guides: N401, N402",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    if address.city.as_deref().is_none_or(is_blank) {
        case.find("address.city");
    }
    let here = super::country(address) != Country::Other;
    if here && address.state.as_deref().is_none_or(is_blank) {
        case.find("address.state");
    }
}
