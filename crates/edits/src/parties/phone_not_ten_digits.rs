//! Telephone number: is it ten digits?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-023",
        name: "phone-not-ten-digits",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:480",
        message: "the telephone or fax number is not ten digits",
        help: "Enter the ten digits without blanks, hyphens or a country code.",
        source: "837 guides: PER TE, FX",
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
            if matches!(number.kind.as_str(), "TE" | "FX") && !is_digits(&number.value, 10) {
                case.find(format_args!("contacts[{index}].numbers[{place}].value"));
            }
        }
    }
}
