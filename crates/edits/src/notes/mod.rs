//! Notes: is what needs an explanation explained?

mod delay_unexplained;
mod dental_service_unexplained;
mod increased_service_unexplained;
mod note_empty;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &note_empty::EDIT,
    &increased_service_unexplained::EDIT,
    &dental_service_unexplained::EDIT,
    &delay_unexplained::EDIT,
];
