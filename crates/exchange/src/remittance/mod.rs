//! The remittance (835): what was paid, for what, and does it add up?
//!
//! - [`Scanner`] takes segments as they come and keeps one small row a claim, with every equation
//!   checked: the fast path over files of any size;
//! - [`RemittanceReader`] and [`ClaimReader`] build the whole typed record from the same segments;
//! - [`write`] gives the record back as X12;
//! - [`claim_checks`] shows a claim's equations term by term.
//!
//! Placing a segment needs no table here: CLP opens a claim, SVC a line, LX a group, PLB the end.

mod balance;
mod bulk;
mod open;
pub(crate) mod read;
mod reasons;
mod rows;
pub mod rules;
mod scan;
pub(crate) mod write;

pub use crate::Envelope;
pub use balance::{BalanceCheck, BalanceLevel, BalanceTerm, claim_checks, payment_check};
pub use bulk::Bulk;
pub use read::{ClaimReader, RemittanceReader};
pub use rows::{ClaimRow, Flags, PaymentRow, ReasonTotal, Scaled, Totals};
pub use scan::Scanner;
pub use write::{WriteError, write};
