//! X12 for any guide: how are bytes framed, placed, checked, described and written?
//!
//! Nothing here knows a transaction. Layers, each usable alone:
//!
//! - [`Delimiters`]: the four separators, read from the interchange header;
//! - [`Lexer`]: bytes to [`Segment`]s without copies, over whole files or chunks;
//! - [`Envelope`]: which segments open and close interchanges, groups and sets, and do they agree;
//! - [`Reader`]: the two above over chunks, across several interchanges;
//! - [`Writer`]: segments back to bytes;
//! - [`Companion`]: what one payer asks beyond a guide, laid over a [`Library`];
//! - [`GroupAcknowledger`], [`InterchangeAcknowledger`]: findings to the answer a sender gets.

mod acknowledge;
mod check;
mod companion;
mod delimiters;
mod describe;
mod envelope;
mod guide;
mod lex;
mod number;
mod reader;
pub mod rules;
mod segment;
mod validate;
mod walk;
mod wrap;
mod write;

pub use acknowledge::{
    Answer, GroupAcknowledger, InterchangeAcknowledger, PARTY_QUALIFIERS, Stamp,
    acknowledge_groups, acknowledge_interchanges, acknowledge_unreadable,
};
pub use check::rules as syntax_rules;
pub use companion::{Companion, CompanionError};
pub use delimiters::{Delimiters, HEADER_LENGTH, Unreadable, UnreadableReason};
pub use describe::{Describer, ElementNote, SegmentNote, describe, write_note};
pub use envelope::{Envelope, Place, Position};
pub use guide::{
    BadTable, ElementDef, Guide, Kind, Library, SegmentDef, Usage, element_number,
    pack_element_number,
};
pub use lex::{Lexer, MAX_SEGMENT_BYTES, each_segment};
pub use number::{SCALE, scaled};
pub use reader::{Framer, Reader, Step};
pub use segment::{Segment, Tag, tag};
pub use validate::{Validator, validate};
pub use walk::Placed;
pub use wrap::{Unwrapped, unwrap_lines};
pub use write::{HoldsSeparator, Writer};
