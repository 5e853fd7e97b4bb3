//! Equipment: is it rented or bought, and is it certified?

mod certificate_form_retired;
mod equipment_certification_incomplete;
mod equipment_incomplete;
mod equipment_modifier_missing;
mod form_without_answers;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &equipment_incomplete::EDIT,
    &equipment_certification_incomplete::EDIT,
    &equipment_modifier_missing::EDIT,
    &certificate_form_retired::EDIT,
    &form_without_answers::EDIT,
];
