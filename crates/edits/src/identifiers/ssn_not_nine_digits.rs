//! Social security number: is it nine digits?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-02",
        name: "ssn-not-nine-digits",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:128",
        message: "the social security number is not nine digits",
        help: "Enter the nine digits without hyphens, or leave the number out: few payers ask for \
               it.",
        source: "837 guides: REF SY",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    for (index, reference) in party.party.references.iter().enumerate() {
        if reference.qualifier == "SY" && !is_digits(reference.value.reveal(), 9) {
            case.find(format_args!("references[{index}].value"));
        }
    }
}
