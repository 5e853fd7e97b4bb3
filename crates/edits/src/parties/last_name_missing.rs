//! Person: is there a last name?

use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-018",
        name: "last-name-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:504",
        message: "the person has no last name",
        help: "Enter the last name as on the card or in the provider record. A single name is a \
               last name.",
        source: "837 guides: NM103",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let name = &party.party.name;
    if name.entity_type == "1" && name.last_name.as_ref().is_none_or(|it| is_blank(it.reveal())) {
        case.find("name.lastName");
    }
}
