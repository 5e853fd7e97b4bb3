//! The acknowledgment (999, 997, TA1): what of the file we sent was accepted?
//!
//! - [`AcknowledgmentReader`] takes segments as they come and builds the record;
//! - [`find_sent`] finds in the file that was sent which bytes, and which claim, each answer is about;
//! - [`meaning`] says a code in plain words.
//!
//! Whether the claims in an accepted set are taken in comes in a claim acknowledgment: see [`claims`].
//!
//! The older 997 says the same with AK3, AK4 and AK5 for IK3, IK4 and IK5.

pub mod claims;
mod read;
mod sent;

pub use read::AcknowledgmentReader;
pub use sent::find_sent;

use superbill_model::AnswerReason;
use superbill_types::Text;

/// A code of a family (`status`, `TA1`, `group`, `set`, `segment`, `element`) in plain words.
///
/// ```
/// use superbill_exchange::acknowledgment::meaning;
/// assert_eq!(meaning("segment", "3"), Some("a required segment is missing"));
/// assert_eq!(meaning("segment", "99"), None);
/// ```
#[must_use]
pub fn meaning(family: &str, code: &str) -> Option<&'static str> {
    WORDS.lines().find_map(|line| {
        let rest = line.strip_prefix(family)?.strip_prefix('\t')?;
        rest.strip_prefix(code)?.strip_prefix('\t')
    })
}

fn reason(family: &str, code: &str) -> AnswerReason {
    AnswerReason { code: code.into(), meaning: meaning(family, code).map(Text::from) }
}

const WORDS: &str = include_str!("words.tsv");
