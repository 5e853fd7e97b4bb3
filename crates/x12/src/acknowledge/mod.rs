//! Acknowledgments: what does a receiver answer to a file, given what was found in it?
//!
//! Two folds over findings, each fed the same steps as the [`Validator`](crate::Validator):
//!
//! - [`GroupAcknowledger`] answers each functional group with an implementation acknowledgment (999);
//! - [`InterchangeAcknowledger`] answers each interchange with a TA1.
//!
//! The code of an answer is that of the finding's rule; a warning never rejects. Sender and receiver of
//! the answer are those received, swapped; the separators are kept where they serve. What cannot be
//! copied into an answer without breaking it (a separator, a control byte) is left out of it.
//!
//! An acknowledgment is data for the sender and may repeat what was sent; findings never do.

mod context;
mod errors;
mod frame;
mod groups;
mod interchanges;
mod value;

pub use frame::PARTY_QUALIFIERS;
pub use groups::{GroupAcknowledger, acknowledge_groups};
pub use interchanges::{InterchangeAcknowledger, acknowledge_interchanges, acknowledge_unreadable};

use superbill_types::Date;

/// When an answer is made, and how it is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Day of the answer.
    pub date: Date,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Control number of the first interchange, and of the first group, of the answer: 1 to 999999999.
    /// Those that follow count on from it.
    pub number: u32,
}

impl Stamp {
    /// The n-th control number, from 0: never 0, never more than nine digits.
    fn control_number(&self, n: u32) -> u32 {
        let number = u64::from(self.number.saturating_sub(1)) + u64::from(n);
        u32::try_from(number % 999_999_999).unwrap_or(0) + 1
    }

    fn time(&self) -> String {
        format!("{:02}{:02}", self.hour.min(23), self.minute.min(59))
    }
}

/// What is sent back for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// X12; empty where nothing in the file is to be answered, as in a file of acknowledgments.
    pub x12: Vec<u8>,
    /// Whether everything that is answered is accepted, with or without errors noted.
    pub accepted: bool,
}
