//! Places of service: does the place exist, and does the service belong there?

mod ambulance_at_wrong_place;
mod place_of_line_invalid;
mod place_of_service_invalid;
mod visit_at_wrong_place;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &place_of_service_invalid::EDIT,
    &place_of_line_invalid::EDIT,
    &visit_at_wrong_place::EDIT,
    &ambulance_at_wrong_place::EDIT,
];
