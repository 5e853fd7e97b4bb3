//! Organization: is there a name?

use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party, Role};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-14",
        name: "organization-name-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:125",
        message: "the organization has no name",
        help: "Enter the name of the organization.",
        source: "837 guides: NM103",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    // Where to pay, and where an ambulance stopped, may be told by address alone.
    if matches!(party.role, Role::PayToAddress | Role::PickUp | Role::DropOff) {
        return;
    }
    let name = &party.party.name;
    if name.entity_type == "2" && name.last_name.as_ref().is_none_or(|it| is_blank(it.reveal())) {
        case.find("name.lastName");
    }
}
