//! No authorization: is the reason one that exists?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-04",
        name: "authorization-exception-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:252",
        message: "no reason for going without authorization has this code",
        help: "Enter 1 to 7, as in New York's Medicaid.",
        source: "837 guides: REF 4N",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::REFERENCES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.references.iter().enumerate() {
        let listed = matches!(it.value.reveal().as_str(), "1" | "2" | "3" | "4" | "5" | "6" | "7");
        if it.qualifier == "4N" && !listed {
            case.find(format_args!("references[{index}].value"));
        }
    }
}
