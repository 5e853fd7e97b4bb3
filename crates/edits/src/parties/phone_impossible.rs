//! Telephone number: can it exist?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-08",
        name: "phone-impossible",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:480",
        message: "no telephone number has an area or exchange code that begins with 0 or 1",
        help: "Compare the number.",
        source: "North American Numbering Plan",
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
            let digits = number.value.as_bytes();
            let phone = matches!(number.kind.as_str(), "TE" | "FX") && is_digits(&number.value, 10);
            if phone && (digits[0] < b'2' || digits[3] < b'2') {
                case.find(format_args!("contacts[{index}].numbers[{place}].value"));
            }
        }
    }
}
