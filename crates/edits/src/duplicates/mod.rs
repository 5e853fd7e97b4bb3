//! Duplicates: was the same billed already?

mod claim_repeated;
mod claim_sent_before;
mod line_repeated;
mod patient_control_number_repeated;
mod same;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &claim_repeated::EDIT,
    &patient_control_number_repeated::EDIT,
    &line_repeated::EDIT,
    &claim_sent_before::EDIT,
];
