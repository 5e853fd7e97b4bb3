//! Spinal manipulation: which claims to Medicare are for it?

use superbill_model::Claim;

use crate::service;

/// Manipulations of the spine.
pub(super) const CODES: [&str; 3] = ["98940", "98941", "98942"];

/// Whether a claim to Medicare part B has one.
pub(super) fn is_for_medicare(claim: &Claim) -> bool {
    service::is_medicare_b(claim)
        && claim.lines.iter().any(|line| CODES.contains(&service::code(line)))
}
