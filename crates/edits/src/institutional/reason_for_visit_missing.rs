//! Unscheduled outpatient visit: is its reason told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-11",
        name: "reason-for-visit-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:673",
        message: "the visit was not planned, but no reason for the visit is told",
        help: "Enter the patient's reason for the visit as a diagnosis.",
        source: "837I guide: HI APR; NUBC patient's reason for visit",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::ADMISSION)
        .and(Parts::DIAGNOSES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let bill = matches!(bill::kind(claim), "13" | "78" | "85");
    let unplanned = matches!(bill::priority(claim), "1" | "2" | "5");
    let told = claim.diagnoses.iter().any(|it| matches!(it.qualifier.as_str(), "APR" | "PR"));
    let mut codes = claim.lines.iter().map(bill::revenue);
    let urgent = |code: &str| code.starts_with("045") || matches!(code, "0516" | "0762");
    if bill && unplanned && !told && codes.any(urgent) {
        case.find("diagnoses");
    }
}
