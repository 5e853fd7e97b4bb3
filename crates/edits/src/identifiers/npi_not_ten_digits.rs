//! Provider number: is it ten digits?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-01",
        name: "npi-not-ten-digits",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:562",
        message: "this provider number is not ten digits long",
        help: "Enter the ten digits of the NPI without blanks, hyphens or a prefix.",
        source: "45 CFR 162.406; 837 guides: NM109",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(identifier) = party.party.identifier.as_ref() else { return };
    if identifier.qualifier == "XX" && !is_digits(identifier.value.reveal(), 10) {
        case.find("identifier.value");
    }
}
