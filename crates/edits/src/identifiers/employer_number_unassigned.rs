//! Employer number: can it have been assigned?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDF-02",
        name: "employer-number-unassigned",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:128",
        message: "this employer number was never given to anyone",
        help: "Compare the number with the letter of the IRS that assigned it.",
        source: "IRS: valid EIN prefixes",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(number) = party.party.tax_id.as_ref().filter(|it| it.qualifier == "EI") else {
        return;
    };
    let text = number.value.reveal();
    let Some(prefix) = text.get(..2).filter(|_| is_digits(text, 9)) else { return };
    let first = text.as_bytes()[0];
    if UNASSIGNED.contains(&prefix) || text.bytes().all(|byte| byte == first) {
        case.find("taxId.value");
    }
}

/// Two first digits that no campus of the IRS gives out.
const UNASSIGNED: [&str; 16] = [
    "00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96",
];
