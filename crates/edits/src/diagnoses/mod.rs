//! Diagnoses: can each stand where it stands, and does it fit the patient and the day?

mod chiropractic;
mod chiropractic_active_treatment_unmarked;
mod chiropractic_diagnosis_wrong;
mod chiropractic_first_treatment_missing;
mod diagnoses_too_many;
mod diagnosis_code_malformed;
mod diagnosis_missing;
mod diagnosis_pointer_dangling;
mod diagnosis_pointer_missing;
mod diagnosis_pointer_repeated;
mod diagnosis_pointers_too_many;
mod diagnosis_repeated;
mod diagnosis_versions_mixed;
mod icd10_before_its_date;
mod icd9_after_its_date;
mod listed;
mod principal_diagnosis_external_cause;
mod principal_diagnosis_not_first;
mod principal_diagnosis_sequela;

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
];
