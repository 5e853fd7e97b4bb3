//! Exchange: what does this transaction set say in a biller's words, and does its money balance?
//!
//! The only crate that knows both the model and X12. One folder a transaction.

pub mod acknowledgment;
pub mod charge;
mod check;
pub mod claim;
mod digits;
mod envelope;
#[cfg(feature = "import")]
pub mod import;
pub mod remittance;

pub use check::{Answering, CheckReader, check, check_on};
pub use envelope::Envelope;
