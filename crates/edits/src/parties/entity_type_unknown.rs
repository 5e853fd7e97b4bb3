//! Name: is it told whether it is a person or an organization?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-02",
        name: "entity-type-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:125",
        message: "it is not told whether this is a person or an organization",
        help: "Choose person or organization.",
        source: "837 guides: NM102",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    // Sender and receiver may be told when the batch is sent; a payer untold is another finding.
    if super::is_untold(party) {
        return;
    }
    if !matches!(party.party.name.entity_type.as_str(), "1" | "2") {
        case.find("name.entityType");
    }
}
