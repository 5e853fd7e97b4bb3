//! Provider number: does its last digit check the others?

use superbill_types::{Rule, Severity};

use crate::shape::{is_digits, npi_checks};
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-011",
        name: "npi-check-digit-wrong",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:562",
        message: "this provider number cannot exist: its digits do not check",
        help: "Compare the number with the provider's NPI record; a digit is wrong or two are \
               swapped.",
        source: "45 CFR 162.406; ISO/IEC 7812 Luhn check with the prefix 80840",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(identifier) = party.party.identifier.as_ref() else { return };
    let number = identifier.value.reveal();
    if identifier.qualifier == "XX" && is_digits(number, 10) && !npi_checks(number) {
        case.find("identifier.value");
    }
}
