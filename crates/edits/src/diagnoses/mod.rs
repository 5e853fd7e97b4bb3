//! Diagnoses: can each stand where it stands, and does it fit the patient and the day?

mod chiropractic;
mod chiropractic_active_treatment_unmarked;
mod chiropractic_diagnosis_wrong;
mod chiropractic_first_treatment_missing;
mod diagnoses_exclude_each_other;
mod diagnoses_too_many;
mod diagnosis_age_conflict;
mod diagnosis_code_malformed;
mod diagnosis_heading;
mod diagnosis_missing;
mod diagnosis_not_in_effect;
mod diagnosis_pointer_dangling;
mod diagnosis_pointer_missing;
mod diagnosis_pointer_repeated;
mod diagnosis_pointers_too_many;
mod diagnosis_repeated;
mod diagnosis_sex_conflict;
mod diagnosis_side_unspecified;
mod diagnosis_unknown;
mod diagnosis_versions_mixed;
mod icd10_before_its_date;
mod icd9_after_its_date;
mod listed;
mod patient;
mod principal_diagnosis_external_cause;
mod principal_diagnosis_manifestation;
mod principal_diagnosis_not_first;
mod principal_diagnosis_sequela;
mod principal_diagnosis_unacceptable;
mod table;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &diagnosis_repeated::EDIT,
    &diagnosis_pointer_dangling::EDIT,
    &diagnosis_pointer_repeated::EDIT,
    &diagnosis_pointer_missing::EDIT,
    &diagnosis_pointers_too_many::EDIT,
    &diagnosis_missing::EDIT,
    &diagnoses_too_many::EDIT,
    &principal_diagnosis_not_first::EDIT,
    &diagnosis_versions_mixed::EDIT,
    &icd10_before_its_date::EDIT,
    &icd9_after_its_date::EDIT,
    &principal_diagnosis_sequela::EDIT,
    &principal_diagnosis_external_cause::EDIT,
    &diagnosis_code_malformed::EDIT,
    &chiropractic_diagnosis_wrong::EDIT,
    &chiropractic_first_treatment_missing::EDIT,
    &chiropractic_active_treatment_unmarked::EDIT,
    &diagnosis_unknown::EDIT,
    &diagnosis_heading::EDIT,
    &diagnosis_not_in_effect::EDIT,
    &diagnoses_exclude_each_other::EDIT,
    &diagnosis_age_conflict::EDIT,
    &principal_diagnosis_manifestation::EDIT,
    &principal_diagnosis_unacceptable::EDIT,
    &diagnosis_side_unspecified::EDIT,
    &diagnosis_sex_conflict::EDIT,
];
