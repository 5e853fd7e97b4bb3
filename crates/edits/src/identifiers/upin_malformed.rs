//! Old physician number: is it written as one?

use superbill_types::{Rule, Severity};

use crate::shape::follows;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-072",
        name: "upin-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:562",
        message: "the physician number (UPIN) is not a letter and five digits, or three letters \
                  and three digits",
        help: "Leave the UPIN out: it was replaced by the NPI in 2007.",
        source: "CMS UPIN registry; 837 guides: REF 1G",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    for (index, reference) in party.party.references.iter().enumerate() {
        let number = reference.value.reveal();
        if reference.qualifier == "1G" && !follows(number, "A99999") && !follows(number, "AAA999") {
            case.find(format_args!("references[{index}].value"));
        }
    }
}
