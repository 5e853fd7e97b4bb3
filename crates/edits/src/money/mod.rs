//! Money: do the amounts of a claim exist, and add up?

mod adjustment_amount_missing;
mod adjustment_group_unknown;
mod adjustment_reason_missing;
mod adjustment_reason_unknown;
mod adjustments_at_both_levels;
mod amount_too_large;
mod amount_with_fraction_of_cent;
mod claim_charge_missing;
mod claim_charge_negative;
mod claim_charge_not_sum_of_lines;
mod claim_charge_zero;
mod claim_without_lines;
mod line_charge_missing;
mod line_charge_negative;
mod lines_too_many;
mod non_covered_above_charge;
mod paid_by_other_payer_negative;
mod patient_paid_above_charge;
mod remark_unknown;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &claim_charge_missing::EDIT,
    &claim_charge_not_sum_of_lines::EDIT,
    &line_charge_negative::EDIT,
    &claim_charge_negative::EDIT,
    &claim_charge_zero::EDIT,
    &line_charge_missing::EDIT,
    &claim_without_lines::EDIT,
    &patient_paid_above_charge::EDIT,
    &amount_too_large::EDIT,
    &amount_with_fraction_of_cent::EDIT,
    &non_covered_above_charge::EDIT,
    &paid_by_other_payer_negative::EDIT,
    &adjustment_amount_missing::EDIT,
    &adjustment_reason_missing::EDIT,
    &adjustment_group_unknown::EDIT,
    &adjustment_reason_unknown::EDIT,
    &remark_unknown::EDIT,
    &adjustments_at_both_levels::EDIT,
    &lines_too_many::EDIT,
];
