//! Provider: does a number tell who it is?

use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party, Role};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-07",
        name: "provider-number-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:562",
        message: "the provider has neither an NPI nor a number given by the payer",
        help: "Enter the NPI; only who has none, such as a driver, goes without.",
        source: "45 CFR 162.410; 837 guides: NM109",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let someone = matches!(
        party.role,
        Role::Referring
            | Role::PrimaryCare
            | Role::Rendering
            | Role::Supervising
            | Role::Ordering
            | Role::Attending
            | Role::Operating
            | Role::OtherOperating
            | Role::AssistantSurgeon
    );
    let number = party.party.identifier.as_ref();
    let told = number.is_some_and(|number| !is_blank(number.value.reveal()));
    if someone && !told && party.party.references.is_empty() {
        case.find("identifier");
    }
}
