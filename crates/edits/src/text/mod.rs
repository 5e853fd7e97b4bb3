//! Texts: can every word of the claim be sent?

mod colon_in_text;
mod reserved_character;
mod text_too_long;
mod unsendable_character;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &reserved_character::EDIT,
    &colon_in_text::EDIT,
    &text_too_long::EDIT,
    &unsendable_character::EDIT,
];
