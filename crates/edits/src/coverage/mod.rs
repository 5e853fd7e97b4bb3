//! Coverage: who pays in which order, and what did earlier payers do?

mod adjustments_too_many;
mod bundled_line_unknown;
mod casualty_claim_number_missing;
mod filing_indicator_unknown;
mod group_name_with_number;
mod insurance_type_unknown;
mod insurance_type_with_primary;
mod line_answer_of_unknown_payer;
mod line_answers_too_many;
mod medicare_reason_against_age;
mod medicare_secondary_reason_missing;
mod other_coverage_incomplete;
mod other_payer_paid_missing;
mod paid_units_not_positive;
mod patient_missing;
mod payer_ahead_without_answer;
mod payer_order_gap;
mod payer_order_repeated;
mod primary_payer_missing;
mod remaining_liability_at_both_levels;
mod self_with_patient;
mod too_many_other_coverages;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &primary_payer_missing::EDIT,
    &payer_order_repeated::EDIT,
    &payer_order_gap::EDIT,
    &self_with_patient::EDIT,
    &patient_missing::EDIT,
    &medicare_secondary_reason_missing::EDIT,
    &insurance_type_with_primary::EDIT,
    &insurance_type_unknown::EDIT,
    &filing_indicator_unknown::EDIT,
    &group_name_with_number::EDIT,
    &other_coverage_incomplete::EDIT,
    &too_many_other_coverages::EDIT,
    &other_payer_paid_missing::EDIT,
    &line_answer_of_unknown_payer::EDIT,
    &paid_units_not_positive::EDIT,
    &remaining_liability_at_both_levels::EDIT,
    &bundled_line_unknown::EDIT,
    &casualty_claim_number_missing::EDIT,
    &payer_ahead_without_answer::EDIT,
    &medicare_reason_against_age::EDIT,
    &adjustments_too_many::EDIT,
    &line_answers_too_many::EDIT,
];
