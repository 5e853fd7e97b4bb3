//! Identifiers: can each number be one?

mod npi_check_digit_wrong;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[&npi_check_digit_wrong::EDIT];
