//! Type of admission: is it told, and one that exists?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-05",
        name: "admission-type-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:231",
        message: "the type of admission or visit is missing, or none that exists",
        help: "Enter 1 emergency, 2 urgent, 3 elective, 4 newborn, 5 trauma or 9 not known.",
        source: "837I guide: CL101; NUBC priority of visit",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::ADMISSION,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !matches!(bill::priority(claim), "1" | "2" | "3" | "4" | "5" | "9") {
        case.find("admission.priority");
    }
}
