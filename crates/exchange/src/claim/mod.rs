//! The claim (837): what is billed, read to the model and written back?
//!
//! - [`read`] and [`ClaimReader`] make batches of claims of professional, institutional and dental files;
//! - [`write`] gives them back as X12 that keeps to its guide, or says every reason why it cannot;
//!   [`write_unchecked`] gives back what others made, as it is.
//!
//! `layout` says for each segment which field stands in which element, for both directions.

mod code;
mod date;
mod element;
mod kind;
mod layout;
mod read;
mod roles;
pub mod rules;
mod write;

pub use read::{ClaimReader, read};
pub use write::{prepare, write, write_unchecked};
