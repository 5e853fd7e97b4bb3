//! Death: does Medicare learn the day?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-04",
        name: "death-date-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:461",
        message: "status {status} says that the patient died, but occurrence 55 with the day \
                  is missing",
        help: "Add occurrence code 55 with the day of death.",
        source: "CMS change request 7792",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::since(20121001),
    reads: Parts::ADMISSION.and(Parts::COVERAGE).and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let status = bill::status(claim);
    let died = matches!(status, "20" | "40" | "41" | "42");
    let told = claim.occurrences.iter().any(|one| one.code == "55");
    if died && bill::is_medicare(claim) && !told {
        case.find("occurrences").code("status", status, 2);
    }
}
