//! State: is it one of its country?

use superbill_codes::CodeSystem;
use superbill_types::{Phi, Rule, Severity};

use crate::shape::{PROVINCES, is_blank};
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-022",
        name: "state-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:502",
        message: "{state} is no state or province of that country",
        help: "Choose the state or province again.",
        source: "837 guides: N402",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let Some(state) = address.state.as_deref().filter(|state| !is_blank(state)) else { return };
    let right = match address.country.as_deref() {
        Some("US" | "USA") => super::is_us_state(state, case),
        Some("CA" | "CAN") => PROVINCES.contains(&state),
        _ => true,
    };
    if !right {
        let province = PROVINCES.contains(&state);
        let outdated = !province && case.is_outdated(CodeSystem::State, case.today());
        case.find("address.state").softer_if(outdated).code("state", state, 2);
    }
}
