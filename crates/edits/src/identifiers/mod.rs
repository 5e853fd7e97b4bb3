//! Identifiers: can each number be one?

mod billing_provider_unidentified;
mod billing_tax_id_missing;
mod clia_malformed;
mod employer_number_unassigned;
mod line_control_number_repeated;
mod line_control_number_too_long;
mod mbi_malformed;
mod medicare_number_retired;
mod member_id_missing;
mod npi_check_digit_wrong;
mod npi_not_ten_digits;
mod patient_control_number_missing;
mod patient_control_number_too_long;
mod payer_id_missing;
mod provider_number_missing;
mod ssn_impossible;
mod ssn_not_nine_digits;
mod tax_id_not_nine_digits;
mod taxonomy_malformed;
mod taxonomy_unknown;
mod upin_malformed;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &npi_check_digit_wrong::EDIT,
    &npi_not_ten_digits::EDIT,
    &billing_provider_unidentified::EDIT,
    &billing_tax_id_missing::EDIT,
    &tax_id_not_nine_digits::EDIT,
    &employer_number_unassigned::EDIT,
    &ssn_not_nine_digits::EDIT,
    &ssn_impossible::EDIT,
    &taxonomy_malformed::EDIT,
    &taxonomy_unknown::EDIT,
    &clia_malformed::EDIT,
    &upin_malformed::EDIT,
    &member_id_missing::EDIT,
    &payer_id_missing::EDIT,
    &mbi_malformed::EDIT,
    &medicare_number_retired::EDIT,
    &patient_control_number_missing::EDIT,
    &patient_control_number_too_long::EDIT,
    &line_control_number_repeated::EDIT,
    &line_control_number_too_long::EDIT,
    &provider_number_missing::EDIT,
];
