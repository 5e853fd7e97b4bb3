//! Anesthesia: is its time told, and who gave it?

mod anesthesia_minutes_improbable;
mod anesthesia_modifier_missing;
mod anesthesia_without_minutes;
mod minutes_without_anesthesia;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &anesthesia_without_minutes::EDIT,
    &minutes_without_anesthesia::EDIT,
    &anesthesia_modifier_missing::EDIT,
    &anesthesia_minutes_improbable::EDIT,
];
