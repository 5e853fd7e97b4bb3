//! Extension: does it follow its number?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-07",
        name: "extension-without-number",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:480",
        message: "the extension does not follow a telephone number",
        help: "Enter the telephone number before its extension.",
        source: "837 guides: PER",
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
            let before = place.checked_sub(1).and_then(|it| numbers.get(it));
            if number.kind == "EX" && before.is_none_or(|it| it.kind != "TE") {
                case.find(format_args!("contacts[{index}].numbers[{place}].value"));
            }
        }
    }
}
