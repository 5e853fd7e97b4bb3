//! The claim acknowledgment (277CA): which claims are taken in, and why not the others?
//!
//! - [`ClaimAnswerReader`] reads those that come back, [`find_sent_claims`] finds the claims they are about in
//!   the file that was sent;
//! - [`answer_claims`] makes the answer to a file of claims from what was found in it, [`write_answers`] its
//!   bytes.
//!
//! Both directions share the record, so that what we send is what we read.

mod draft;
mod fold;
mod person;
mod read;
mod scope;
mod sent;
mod status;
mod write;

pub use fold::{ClaimAnswers, answer_claims};
pub use read::ClaimAnswerReader;
pub use sent::find_sent_claims;
pub use write::write_answers;

use superbill_model::StatusReason;

use super::{meaning, reason};

/// A reason from its three codes, with their meanings; the entity may be empty.
fn status_reason(category: &str, status: &str, entity: &str) -> StatusReason {
    let mut said = reason("claim", status);
    let entity = (!entity.is_empty()).then(|| reason("entity", entity));
    if let Some(words) = &mut said.meaning {
        let party = entity.as_ref().and_then(|entity| entity.meaning.as_deref());
        *words = words.replace("{party}", party.unwrap_or("a party of the claim")).into();
    }
    StatusReason { category: reason("category", category), status: said, entity }
}

/// Whether a status is about a party, so that an entity is told with it.
fn is_of_party(status: &str) -> bool {
    meaning("claim", status).is_some_and(|words| words.contains("{party}"))
}
