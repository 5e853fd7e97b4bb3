//! Kinds of claims: which guide, lists and limits go with professional, institutional and dental?

use superbill_model::ClaimKind;

/// The guide a kind is written to unless the batch names another.
pub(super) fn guide(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Professional => "005010X222A1",
        ClaimKind::Institutional => "005010X223A2",
        ClaimKind::Dental => "005010X224A2",
    }
}

/// The kind of a guide: claims, encounters after adjudication, predeterminations, and version 4010.
pub(super) fn of_guide(guide: &str) -> Option<ClaimKind> {
    let number = guide.get(6..10)?;
    match number {
        "X222" | "X298" | "X291" | "X098" => Some(ClaimKind::Professional),
        "X223" | "X299" | "X292" | "X096" => Some(ClaimKind::Institutional),
        "X224" | "X300" | "X097" => Some(ClaimKind::Dental),
        _ => None,
    }
}

/// The list a facility code is from: `A` types of bill, `B` places of service (CLM05-2).
pub(super) fn facility_list(kind: ClaimKind) -> &'static str {
    if kind == ClaimKind::Institutional { "A" } else { "B" }
}

/// Most lines of one claim.
pub(super) fn most_lines(kind: ClaimKind) -> usize {
    if kind == ClaimKind::Institutional { 999 } else { 50 }
}

/// Most claims of one patient loop.
pub(super) const CLAIMS_OF_PATIENT: usize = 100;

/// Most claims of one transaction set, as the guides advise.
pub(super) const CLAIMS_OF_SET: usize = 5_000;
