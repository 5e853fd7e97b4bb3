//! Delimiters: which four bytes separate this interchange, and can it be read at all?
//!
//! The interchange header (ISA) has a fixed layout of 106 bytes, terminator included. Its separators are
//! read only after that layout holds; guessing them from a header of another length would silently
//! misread everything behind it.

use core::fmt;

use nom::IResult;
use nom::Parser;
use nom::bytes::complete::{tag, take};

/// Bytes of an interchange header, its terminator included.
pub const HEADER_LENGTH: usize = 106;

/// The separators of one interchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiters {
    /// Between elements: `*`.
    pub element: u8,
    /// Between components: `:`.
    pub component: u8,
    /// Between repetitions: `^`. None in older versions, where its place holds `U`.
    pub repetition: Option<u8>,
    /// Behind each segment: `~`.
    pub segment: u8,
}

impl Default for Delimiters {
    fn default() -> Self {
        Self { element: b'*', component: b':', repetition: Some(b'^'), segment: b'~' }
    }
}

/// Bytes that cannot be framed as X12: one sentence and one byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What stopped the reading.
    pub reason: UnreadableReason,
    /// The byte it stopped at, counted from 0.
    pub offset: u64,
}

/// Why bytes cannot be framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnreadableReason {
    /// There are no bytes.
    Empty,
    /// The first significant bytes are not `ISA`.
    NotX12,
    /// A group or a transaction set stands there without the header that declares its separators.
    HeaderMissing,
    /// The file ends inside the header.
    HeaderTruncated,
    /// A separator is not where the fixed layout puts it.
    HeaderLayout,
    /// A letter, digit or space stands where a separator belongs.
    SeparatorNotSpecial,
    /// Two separators are the same byte.
    SeparatorsClash,
    /// A segment is longer than the reader allows.
    SegmentTooLong,
    /// A claim is longer than the reader allows.
    ClaimTooLong,
}

impl UnreadableReason {
    /// A short permanent name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotX12 => "not-x12",
            Self::HeaderMissing => "header-missing",
            Self::HeaderTruncated => "header-truncated",
            Self::HeaderLayout => "header-layout",
            Self::SeparatorNotSpecial => "separator-not-special",
            Self::SeparatorsClash => "separators-clash",
            Self::SegmentTooLong => "segment-too-long",
            Self::ClaimTooLong => "claim-too-long",
        }
    }

    /// The interchange note code (TA105) that answers it; empty where no TA1 can be sent.
    #[must_use]
    pub fn note_code(self) -> &'static str {
        match self {
            Self::HeaderTruncated => "023",
            Self::HeaderLayout => "022",
            Self::SeparatorNotSpecial => "026",
            Self::SeparatorsClash => "004",
            _ => "",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.reason {
            UnreadableReason::Empty => "the file is empty; choose the file the payer sent",
            UnreadableReason::NotX12 => {
                "this is not an X12 file: it must begin with ISA in capital letters"
            }
            UnreadableReason::HeaderMissing => {
                "this is a part of an X12 file: the ISA header, which declares the separators, is \
                 missing; ask for the whole file"
            }
            UnreadableReason::HeaderTruncated => {
                "the file ends inside its ISA header; ask for the whole file"
            }
            UnreadableReason::HeaderLayout => {
                "the ISA header is not 106 characters in its fixed layout, so the separators are not \
                 known; ask the sender to pad every ISA element to its full width"
            }
            UnreadableReason::SeparatorNotSpecial => {
                "a letter, digit or space stands where the ISA header declares a separator; ask the \
                 sender for one that the data cannot hold"
            }
            UnreadableReason::SeparatorsClash => {
                "the ISA header declares the same character for two separators; ask the sender to use \
                 four different ones"
            }
            UnreadableReason::SegmentTooLong => {
                "a segment is longer than the limit; the segment terminator may be wrong"
            }
            UnreadableReason::ClaimTooLong => "a claim is longer than the limit of the reader",
        };
        write!(f, "byte {}: {what}", self.offset)
    }
}

impl core::error::Error for Unreadable {}

/// Where each element separator of the header stands.
const SEPARATORS: [usize; 16] = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

impl Delimiters {
    /// Reads the separators of the header at the start of `bytes`. `offset` is where `bytes` begins in
    /// the file.
    ///
    /// # Errors
    /// [`Unreadable`] when the layout is broken or the separators cannot be told apart.
    pub fn read(bytes: &[u8], offset: u64) -> Result<Self, Unreadable> {
        let stop = |reason, at: usize| Unreadable { reason, offset: offset + at as u64 };
        if bytes.len() < HEADER_LENGTH {
            return Err(stop(UnreadableReason::HeaderTruncated, bytes.len()));
        }
        let (_, header) = header(bytes).map_err(|_| stop(UnreadableReason::NotX12, 0))?;
        let element = header.element;
        if SEPARATORS.iter().any(|&at| bytes[at] != element)
            || bytes[4..104].iter().filter(|&&b| b == element).count() != 15
            || bytes[..104].contains(&bytes[105]) && bytes[105] != element
        {
            return Err(stop(UnreadableReason::HeaderLayout, 0));
        }
        let (component, segment) = (bytes[104], bytes[105]);
        if let Some(at) = [(3, element), (104, component), (105, segment)]
            .into_iter()
            .find_map(|(at, byte)| (!is_separator(byte)).then_some(at))
        {
            return Err(stop(UnreadableReason::SeparatorNotSpecial, at));
        }
        if segment == element || segment == component {
            return Err(stop(UnreadableReason::SeparatorsClash, 105));
        }
        if component == element {
            return Err(stop(UnreadableReason::SeparatorsClash, 104));
        }
        let declared = bytes[82];
        let repetition = (is_separator(declared)
            && declared != b' '
            && ![element, component, segment].contains(&declared))
        .then_some(declared);
        Ok(Self { element, component, repetition, segment })
    }
}

/// What the grammar of a header yields before its layout is checked.
struct Header {
    element: u8,
}

fn header(bytes: &[u8]) -> IResult<&[u8], Header> {
    let (rest, (_, element)) = (tag(&b"ISA"[..]), take(1_usize)).parse(bytes)?;
    Ok((rest, Header { element: element[0] }))
}

/// A byte that can separate: no letter, digit or space. Control bytes can (some partners use them).
fn is_separator(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() && byte != b' ' && byte < 0x80 && byte != 0
}
