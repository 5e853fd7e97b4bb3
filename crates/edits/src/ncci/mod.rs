//! National Correct Coding Initiative: which procedures are not paid together, and how many of one?

mod add_on_without_primary;
mod billed;
mod procedure_pair_bypassed;
mod procedure_pair_denied;
mod units_over_limit_of_day;
mod units_over_limit_of_line;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &procedure_pair_denied::EDIT,
    &procedure_pair_bypassed::EDIT,
    &units_over_limit_of_line::EDIT,
    &units_over_limit_of_day::EDIT,
    &add_on_without_primary::EDIT,
];
