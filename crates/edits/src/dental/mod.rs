//! Dental claims: do teeth, surfaces, areas, dates and plans agree?

mod appliance_placement_missing;
mod dental_service_date_missing;
mod missing_tooth_treated;
mod oral_area_unknown;
mod oral_areas_too_many;
mod orthodontic_months_impossible;
mod orthodontic_months_missing;
mod predetermination_with_date;
mod prior_placement_missing;
mod prosthesis_kind_missing;
mod quadrant_missing;
mod several_teeth_on_line;
mod surfaces_against_procedure;
mod teeth;
mod tooth_missing;
mod tooth_number_invalid;
mod tooth_outside_quadrant;
mod tooth_repeated;
mod tooth_status_invalid;
mod tooth_surface_missing;
mod tooth_surface_of_other_tooth;
mod tooth_surface_repeated;
mod tooth_surface_unknown;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &tooth_number_invalid::EDIT,
    &tooth_surface_unknown::EDIT,
    &tooth_surface_repeated::EDIT,
    &tooth_surface_of_other_tooth::EDIT,
    &oral_area_unknown::EDIT,
    &tooth_missing::EDIT,
    &tooth_surface_missing::EDIT,
    &surfaces_against_procedure::EDIT,
    &quadrant_missing::EDIT,
    &tooth_outside_quadrant::EDIT,
    &several_teeth_on_line::EDIT,
    &dental_service_date_missing::EDIT,
    &predetermination_with_date::EDIT,
    &appliance_placement_missing::EDIT,
    &orthodontic_months_impossible::EDIT,
    &orthodontic_months_missing::EDIT,
    &prior_placement_missing::EDIT,
    &prosthesis_kind_missing::EDIT,
    &tooth_status_invalid::EDIT,
    &missing_tooth_treated::EDIT,
    &tooth_repeated::EDIT,
    &oral_areas_too_many::EDIT,
];
