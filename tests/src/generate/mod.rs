//! Generated remittances: what could any payer send?
//!
//! Records are drawn from a list of bytes ([`Choices`]), so that property tests shrink them and fuzzers
//! steer them. Every record is canonical: what it says, X12 can say. So text is never empty where it is
//! optional, and lists hold nothing that a segment cannot hold.

mod choices;
mod claim;
mod party;
mod remittance;

pub(crate) use choices::Choices;
pub(crate) use remittance::remittance;
