//! Context: what does a check need to know beside the claim?

use superbill_codes::CodeBooks;
use superbill_model::ChargedClaim;
use superbill_types::Date;

use crate::Ruleset;

/// What is known beside the claims: all of it is given, nothing is looked up.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Today, where the user is.
    pub today: Date,
    /// Code tables; those that are not loaded make a note, never silence.
    pub books: &'a CodeBooks,
    /// Claims sent before.
    pub history: &'a [ChargedClaim],
    /// Which rules count for how much.
    pub ruleset: &'a Ruleset,
}
