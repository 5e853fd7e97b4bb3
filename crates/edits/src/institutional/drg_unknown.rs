//! Diagnosis-related group: does Medicare have it?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-14",
        name: "drg-unknown",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:256",
        message: "Medicare has no group {code} on {day}",
        help: "Run the grouper of the day of discharge again.",
        source: "CMS MS-DRG definitions",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::HEAD).and(Parts::DIAGNOSES).and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(code) = claim.diagnosis_related_group.as_deref() else { return };
    let Some((_, on)) = dates::of_claim(claim) else { return };
    if bill::kind(claim) != "11" || !bill::is_medicare(claim) || !shape::is_digits(code, 3) {
        return;
    }
    let status = case.ask("diagnosis-related groups", CodeSystem::MsDrg, code, on);
    if status.is_some_and(CodeStatus::is_refused) {
        case.find("diagnosisRelatedGroup").code("code", code, 3).fact("day", on);
    }
}
