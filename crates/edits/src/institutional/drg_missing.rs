//! Contract by group: is the group told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity, Text};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-18",
        name: "drg-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:256",
        message: "the contract pays by diagnosis-related group, but the claim names none",
        help: "Enter the group that the grouper gave.",
        source: "837I guide: HI DR, CN1",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DIAGNOSES).and(Parts::AMOUNTS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let by_group = claim.contract.as_ref().is_some_and(|contract| contract.kind == "01");
    let untold = claim.diagnosis_related_group.as_ref().is_none_or(Text::is_empty);
    if by_group && untold && bill::is_hospital_stay(claim) {
        case.find("diagnosisRelatedGroup");
    }
}
