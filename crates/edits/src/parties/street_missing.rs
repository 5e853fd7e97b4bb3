//! Address: is there a street?

use superbill_types::{Phi, Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party, Role};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-03",
        name: "street-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:503",
        message: "the address has no street",
        help: "Enter the street and number.",
        source: "837 guides: N301",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    // Where an ambulance set the patient down may be a place without a street.
    if party.role != Role::DropOff && address.lines.first().is_none_or(|line| is_blank(line)) {
        case.find("address.lines");
    }
}
