//! Ambulance: is the ride told in full?

mod ambulance_modifier_wrong;
mod ambulance_need_missing;
mod ambulance_ride_missing;
mod ambulance_stop_missing;
mod miles_differ;
mod miles_without_ride;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &ambulance_ride_missing::EDIT,
    &ambulance_stop_missing::EDIT,
    &ambulance_need_missing::EDIT,
    &ambulance_modifier_wrong::EDIT,
    &miles_without_ride::EDIT,
    &miles_differ::EDIT,
];
