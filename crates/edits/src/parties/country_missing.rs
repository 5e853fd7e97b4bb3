//! Address: is a country told where it is abroad?

use superbill_types::{Phi, Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-020",
        name: "country-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:502",
        message: "{state} is no state of the United States, and no country is told",
        help: "Enter the country code, or correct the state.",
        source: "837 guides: N404",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let Some(state) = address.state.as_deref().filter(|state| !is_blank(state)) else { return };
    let untold = address.country.as_deref().is_none_or(is_blank);
    if untold && !super::is_us_state(state, case) {
        case.find("address.state").code("state", state, 2);
    }
}
