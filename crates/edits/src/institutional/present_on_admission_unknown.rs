//! Present on admission: is it one of the four letters?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-05",
        name: "present-on-admission-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:688",
        message: "present on admission is none of Y, N, U and W",
        help: "Enter Y, N, U or W, or nothing where the code is exempt; the 1 of older forms \
               is nothing now.",
        source: "837I guide: HI C022-9",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.diagnoses.iter().enumerate() {
        let told = it.present_on_admission.as_deref().filter(|told| !told.is_empty());
        if told.is_some_and(|told| !matches!(told, "Y" | "N" | "U" | "W")) {
            case.find(format_args!("diagnoses[{index}].presentOnAdmission"));
        }
    }
}
