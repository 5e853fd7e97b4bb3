//! Drugs: can the number be one, and how much of it was given?

mod drug_code_malformed;
mod drug_code_missing;
mod drug_qualifier_unknown;
mod drug_quantity_missing;
mod drug_quantity_not_positive;
mod drug_unit_unknown;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &drug_code_malformed::EDIT,
    &drug_quantity_not_positive::EDIT,
    &drug_quantity_missing::EDIT,
    &drug_unit_unknown::EDIT,
    &drug_qualifier_unknown::EDIT,
    &drug_code_missing::EDIT,
];
