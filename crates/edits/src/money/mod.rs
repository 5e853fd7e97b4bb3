//! Money: do the amounts of a claim exist, and add up?

mod claim_charge_missing;
mod claim_charge_not_sum_of_lines;
mod line_charge_negative;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &claim_charge_missing::EDIT,
    &claim_charge_not_sum_of_lines::EDIT,
    &line_charge_negative::EDIT,
];
