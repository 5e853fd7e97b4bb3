//! Person: is there a first name?

use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-01",
        name: "first-name-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:505",
        message: "the person has no first name",
        help: "Enter the first name; only who has a single name goes without.",
        source: "837 guides: NM104",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let name = &party.party.name;
    if name.entity_type == "1" && name.first_name.as_ref().is_none_or(|it| is_blank(it.reveal())) {
        case.find("name.firstName");
    }
}
