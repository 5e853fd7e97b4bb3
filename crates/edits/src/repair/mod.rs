//! Repairs: which values are only written wrong, and how are they written right?
//!
//! A repair changes form (blanks, separators, letter case, a padded ZIP), never content: no code is replaced
//! by another, no amount, date or name is changed. Each is offered with the value before and after, and made
//! only where it is asked for. What the form cannot mend is left for an edit to tell.

use superbill_model::ClaimBatch;
use superbill_types::{Phi, Rule};

/// One change of form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Why.
    pub rule: &'static Rule,
    /// Which value, as in a finding's path.
    pub path: String,
    /// The value before; none where there is none.
    pub from: Option<Phi<String>>,
    /// The value after.
    pub to: Phi<String>,
}

/// Every repair the batch can use, in the order of the claims.
#[must_use]
pub fn repairs(_batch: &ClaimBatch) -> Vec<Repair> {
    Vec::new()
}

/// Makes repairs that still fit: the value is the one the repair was offered for. How many were made.
pub fn apply(_batch: &mut ClaimBatch, _repairs: &[Repair]) -> usize {
    0
}
