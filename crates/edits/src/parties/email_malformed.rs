//! E-mail address: is it written as one?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-09",
        name: "email-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:480",
        message: "the e-mail address lacks a name, an @ or a domain",
        help: "Correct the address.",
        source: "RFC 5321; 837 guides: PER EM",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    for (index, contact) in party.party.contacts.iter().enumerate() {
        let numbers = &contact.reveal().numbers;
        for (place, number) in numbers.iter().enumerate() {
            let parts = number.value.trim().rsplit_once('@');
            let right = parts.is_some_and(|(name, domain)| {
                !name.is_empty() && !domain.is_empty() && !number.value.trim().contains(' ')
            });
            if number.kind == "EM" && !right {
                case.find(format_args!("contacts[{index}].numbers[{place}].value"));
            }
        }
    }
}
