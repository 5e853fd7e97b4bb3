//! Institutional bills: do the type of bill, its days, codes and lines agree?

mod admission_day_missing;
mod admission_hour_missing;
mod admission_source_missing;
mod admission_source_unknown;
mod admission_type_unknown;
mod admitting_diagnosis_missing;
mod attending_missing;
mod bill;
mod bill_code_malformed;
mod bill_code_unlisted;
mod bill_codes;
mod bill_type_malformed;
mod change_reason_missing;
mod condition_repeated;
mod covered_days_against_stay;
mod death_date_missing;
mod discharge_hour_early;
mod discharge_hour_missing;
mod drg_malformed;
mod drg_missing;
mod drg_unknown;
mod first_bill_after_admission;
mod hour_impossible;
mod inpatient_procedure_of_outpatient;
mod inpatient_procedure_outside_stay;
mod inpatient_procedure_undated;
mod medicare_secondary_value_missing;
mod occurrence_date_missing;
mod occurrence_in_wrong_place;
mod occurrence_repeated;
mod operating_missing;
mod other_operating_alone;
mod patient_status_against_frequency;
mod patient_status_unknown;
mod pick_up_place_missing;
mod present_on_admission_missing;
mod present_on_admission_unknown;
mod principal_diagnosis_missing;
mod rate_code_missing;
mod reason_for_visit_missing;
mod rendering_is_attending;
mod revenue_code_malformed;
mod revenue_code_missing;
mod revenue_code_unlisted;
mod revenue_code_without_procedure;
mod room_on_outpatient_bill;
mod same_day_transfer_unmarked;
mod stay_without_room;
mod value_amount_missing;
mod value_repeated;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &bill_type_malformed::EDIT,
    &admission_day_missing::EDIT,
    &admission_hour_missing::EDIT,
    &discharge_hour_early::EDIT,
    &discharge_hour_missing::EDIT,
    &admission_type_unknown::EDIT,
    &admission_source_missing::EDIT,
    &admission_source_unknown::EDIT,
    &patient_status_unknown::EDIT,
    &patient_status_against_frequency::EDIT,
    &death_date_missing::EDIT,
    &admitting_diagnosis_missing::EDIT,
    &reason_for_visit_missing::EDIT,
    &present_on_admission_missing::EDIT,
    &present_on_admission_unknown::EDIT,
    &inpatient_procedure_undated::EDIT,
    &inpatient_procedure_outside_stay::EDIT,
    &inpatient_procedure_of_outpatient::EDIT,
    &occurrence_repeated::EDIT,
    &condition_repeated::EDIT,
    &value_repeated::EDIT,
    &value_amount_missing::EDIT,
    &bill_code_malformed::EDIT,
    &bill_code_unlisted::EDIT,
    &occurrence_date_missing::EDIT,
    &occurrence_in_wrong_place::EDIT,
    &drg_missing::EDIT,
    &drg_malformed::EDIT,
    &drg_unknown::EDIT,
    &revenue_code_missing::EDIT,
    &revenue_code_malformed::EDIT,
    &revenue_code_unlisted::EDIT,
    &revenue_code_without_procedure::EDIT,
    &room_on_outpatient_bill::EDIT,
    &stay_without_room::EDIT,
    &rate_code_missing::EDIT,
    &covered_days_against_stay::EDIT,
    &attending_missing::EDIT,
    &operating_missing::EDIT,
    &other_operating_alone::EDIT,
    &rendering_is_attending::EDIT,
    &same_day_transfer_unmarked::EDIT,
    &first_bill_after_admission::EDIT,
    &pick_up_place_missing::EDIT,
    &medicare_secondary_value_missing::EDIT,
    &change_reason_missing::EDIT,
    &principal_diagnosis_missing::EDIT,
    &hour_impossible::EDIT,
];
