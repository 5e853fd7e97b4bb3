//! Clinical trial: can the number be one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-06",
        name: "trial-number-malformed",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:252",
        message: "the number of a clinical trial is eight digits",
        help: "Leave out the letters before it: CT or NCT.",
        source: "CMS change request 8401",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !claim.diagnoses.iter().any(|it| it.code == "Z006") {
        return;
    }
    for (index, it) in claim.references.iter().enumerate() {
        if it.qualifier == "P4" && !shape::is_digits(it.value.reveal(), 8) {
            case.find(format_args!("references[{index}].value"));
        }
    }
}
