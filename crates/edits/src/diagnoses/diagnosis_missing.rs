//! Diagnoses: is there one at all?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-054",
        name: "diagnosis-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:254",
        message: "the claim has no diagnosis",
        help: "Enter the diagnosis that brought the patient, and point the lines at it.",
        source: "837P guide: 2300 HI is required",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !claim.diagnoses.iter().any(listed::is_pointed_at) {
        case.find("diagnoses");
    }
}
