//! Principal diagnosis: is there one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-09",
        name: "principal-diagnosis-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:254",
        message: "the bill has no principal diagnosis",
        help: "Enter the diagnosis that was chiefly responsible for the care.",
        source: "837I guide: HI ABK",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !claim.diagnoses.iter().any(|it| matches!(it.qualifier.as_str(), "ABK" | "BK")) {
        case.find("diagnoses");
    }
}
