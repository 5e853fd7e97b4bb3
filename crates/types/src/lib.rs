//! Vocabulary: what do money, dates, findings and rules look like everywhere?
//!
//! Every crate of Superbill speaks these words. Nothing here knows X12 or a clock.

mod date;
mod finding;
mod money;
mod order;
mod phi;
mod rule;
mod text;

pub use date::{Date, DateValue};
pub use finding::{Fact, Finding, Findings, Location, Span};
pub use money::{Money, NotAnAmount, Quantity};
pub use order::sort_by_number;
pub use phi::Phi;
pub use rule::{Rule, Severity, fill};
pub use text::Text;
