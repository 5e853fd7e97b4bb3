//! The table of diagnoses: what does it say of a claim's codes on its days?

use superbill_codes::{CodeFlags, CodeStatus, CodeSystem};
use superbill_model::{Claim, ClaimKind, Diagnosis};
use superbill_types::Date;

use super::listed;
use crate::Case;

/// What is not checked where no table is loaded.
const TABLE: &str = "diagnosis codes";
/// Most codes offered instead of one.
const OFFERED: usize = 8;

/// Calls `each` with every ICD-10-CM diagnosis and what the table says of it; where none is loaded, that is told.
pub(super) fn statuses(
    claim: &Claim,
    case: &mut Case<'_>,
    mut each: impl FnMut(usize, &str, CodeStatus, Date, &mut Case<'_>),
) {
    let Some(on) = listed::day(claim) else { return };
    for (index, diagnosis) in listed::icd10(claim) {
        // What cannot be a code is another finding.
        if CodeSystem::Icd10Cm.shapes(&diagnosis.code)
            && let Some(status) = case.ask(TABLE, CodeSystem::Icd10Cm, &diagnosis.code, on)
        {
            each(index, &diagnosis.code, status, on, case);
        }
    }
}

/// Calls `each` with every ICD-10-CM diagnosis and its marks on the day; where no table is loaded, that is told.
pub(super) fn flags(
    claim: &Claim,
    case: &mut Case<'_>,
    mut each: impl FnMut(usize, &Diagnosis, CodeFlags, Date, &mut Case<'_>),
) {
    let Some(on) = listed::day(claim) else { return };
    for (index, diagnosis) in listed::icd10(claim) {
        if let Some(flags) = case.books().flags(CodeSystem::Icd10Cm, &diagnosis.code, on) {
            each(index, diagnosis, flags, on, case);
        } else if case.books().tables(CodeSystem::Icd10Cm).is_empty() {
            case.not_checked(TABLE);
            return;
        }
    }
}

/// The marks of the principal diagnosis.
pub(super) fn of_principal(
    claim: &Claim,
    case: &mut Case<'_>,
    mut each: impl FnMut(usize, &Diagnosis, CodeFlags, &mut Case<'_>),
) {
    flags(claim, case, |index, diagnosis, flags, _, case| {
        if diagnosis.qualifier == "ABK" {
            each(index, diagnosis, flags, case);
        }
    });
}

/// The codes to offer instead of one, as people write them.
pub(super) fn instead(case: &Case<'_>, code: &str, on: Date) -> String {
    let found = case.books().instead(CodeSystem::Icd10Cm, code, on, OFFERED + 1);
    let shown: Vec<&str> = found.iter().take(OFFERED).map(|entry| entry.shown.as_str()).collect();
    let more = if found.len() > OFFERED { ", and more" } else { "" };
    if shown.is_empty() { "no code known here".to_owned() } else { shown.join(", ") + more }
}

/// Whether it is a hospital's bill for an inpatient stay: type of bill 11 or 41.
pub(super) fn is_stay(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Institutional
        && matches!(claim.facility_code.as_deref(), Some("11" | "41"))
}
