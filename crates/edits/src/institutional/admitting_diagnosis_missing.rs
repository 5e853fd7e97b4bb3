//! Stay: is there an admitting diagnosis?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-10",
        name: "admitting-diagnosis-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:232",
        message: "the stay has no admitting diagnosis",
        help: "Enter the diagnosis the patient was admitted with.",
        source: "837I guide: HI ABJ",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DIAGNOSES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let told = claim.diagnoses.iter().any(|it| matches!(it.qualifier.as_str(), "ABJ" | "BJ"));
    if bill::is_stay(claim) && !told {
        case.find("diagnoses").softer_if(bill::kind(claim) != "11");
    }
}
