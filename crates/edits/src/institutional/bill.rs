//! Type of bill: which kind of care does a facility bill, and where in its course?

use superbill_model::{Claim, ServiceLine};

use crate::place;

/// The first two digits of the type of bill; empty where none is told.
pub(super) fn kind(claim: &Claim) -> &str {
    claim.facility_code.as_deref().unwrap_or_default()
}

/// The last character of the type of bill; empty where none is told.
pub(super) fn frequency(claim: &Claim) -> &str {
    claim.frequency.as_deref().unwrap_or_default()
}

/// The patient's status when the bill ends; empty where none is told.
pub(super) fn status(claim: &Claim) -> &str {
    let admission = claim.admission.as_ref();
    admission.and_then(|it| it.patient_status.as_deref()).unwrap_or_default()
}

/// Priority of the admission or visit; empty where none is told.
pub(super) fn priority(claim: &Claim) -> &str {
    let admission = claim.admission.as_ref();
    admission.and_then(|it| it.priority.as_deref()).unwrap_or_default()
}

/// Whether it bills a stay in a hospital.
pub(super) fn is_hospital_stay(claim: &Claim) -> bool {
    matches!(kind(claim), "11" | "18" | "41")
}

/// Whether it bills a stay, in a hospital or a skilled nursing facility.
pub(super) fn is_stay(claim: &Claim) -> bool {
    is_hospital_stay(claim) || matches!(kind(claim), "21" | "28")
}

/// Whether it bills care of patients who do not stay.
pub(super) fn is_outpatient(claim: &Claim) -> bool {
    let kind = kind(claim);
    matches!(kind, "13" | "14" | "23" | "34" | "83" | "85") || ("71"..="77").contains(&kind)
}

/// Whether it goes to original Medicare.
pub(super) fn is_medicare(claim: &Claim) -> bool {
    place::is_medicare(&claim.coverage)
}

/// The revenue code of a line; empty where none is told.
pub(super) fn revenue(line: &ServiceLine) -> &str {
    line.revenue_code.as_deref().unwrap_or_default()
}

/// Whether a revenue code stands for room and board.
pub(super) fn is_room(revenue: &str) -> bool {
    revenue.len() == 4 && ("0100".."0220").contains(&revenue)
}

/// Whether a qualifier names a procedure of the whole claim: ICD-10-PCS or its forerunner.
pub(super) fn is_procedure(qualifier: &str) -> bool {
    matches!(qualifier, "BBR" | "BBQ" | "BR" | "BQ")
}
