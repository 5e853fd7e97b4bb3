//! The claim (837): what is billed, read to the model and written back?
//!
//! - [`read`] and [`ClaimReader`] make batches of claims of professional, institutional and dental files;
//! - [`write`] gives them back as X12 that keeps to its guide, or says every reason why it cannot;
//!   [`write_unchecked`] gives back what others made, as it is;
//! - [`secondary`] makes the next payer's claim of a claim and its answer, [`next`] of all that was answered;
//!   [`corrected`] and [`void`] those that replace or take back one; [`coordination`] proves earlier payers'
//!   amounts.
//! - [`Parts`] shares claims out over transaction sets;
//! - [`locate`] finds the element of a file that a field of the model was read from.
//!
//! `layout` says for each segment which field stands in which element, for both directions.

mod answer;
mod batch;
mod code;
mod coordination;
mod date;
mod element;
mod kind;
mod layout;
mod locate;
mod read;
mod roles;
pub mod rules;
mod secondary;
mod write;

pub use batch::{Limits, Parts};
pub use coordination::{COORDINATION_RULES, coordination};
pub use locate::{locate, places};
pub use read::{ClaimReader, read};
pub use secondary::{corrected, next, secondary, void};
pub use write::{prepare, write, write_unchecked};
