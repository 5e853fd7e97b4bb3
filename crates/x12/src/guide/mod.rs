//! Guide tables: which loops, segments, elements and codes does a guide have?
//!
//! A [`Library`] holds the guides of one packed table and what they share: names, code lists, element
//! and segment definitions. The source is text (`crates/guides/data`); its compiler writes the packed
//! bytes; [`Library::decode`] reads them once into the arrays below. Everything refers to everything by
//! index, checked at decoding, so that a walk never looks a name up.

mod codes;
mod decode;
mod library;
mod list;

pub use codes::SegmentDef;
pub use decode::BadTable;
pub(crate) use library::Candidate;
pub use library::{Guide, Library};
pub(crate) use list::pack;

use crate::Tag;

/// Whether something must, may or must not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// R.
    Required,
    /// S.
    Situational,
    /// N.
    NotUsed,
}

/// What an element's text must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// AN: text.
    Text,
    /// ID: a code.
    Code,
    /// N0, N2: digits with an implied point.
    Integer,
    /// R: digits with an optional point.
    Decimal,
    /// R that is an amount of money: at most two decimals.
    Amount,
    /// DT.
    Date,
    /// TM.
    Time,
    /// A date, time or range; the qualifier before it tells which.
    Period,
    /// B, or a separator declared in the header: any bytes.
    Bytes,
    /// Text that may be all spaces: fixed-width parts of the header.
    Padded,
    /// The name of a guide, compared elsewhere.
    Version,
    /// Made of components.
    Composite,
    /// N0 that counts 1, 2, 3 the loops of its parent.
    Counter,
}

impl Kind {
    /// All kinds, in the order their numbers have in packed tables.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Code,
        Self::Integer,
        Self::Decimal,
        Self::Amount,
        Self::Date,
        Self::Time,
        Self::Period,
        Self::Bytes,
        Self::Padded,
        Self::Version,
        Self::Composite,
        Self::Counter,
    ];
}

/// One element or component as a guide defines it.
#[derive(Clone, Copy, Debug)]
pub struct ElementDef {
    pub(crate) usage: Usage,
    pub(crate) kind: Kind,
    pub(crate) plain: Plain,
    /// Data element number; [`element_number`] writes it.
    pub(crate) number: u16,
    pub(crate) min: u16,
    pub(crate) max: u16,
    /// Length that receivers need support; 0 where it is `max`.
    pub(crate) limit: u16,
    /// How often it may stand; `u16::MAX` without limit.
    pub(crate) repeat: u16,
    /// Index + 1 of its code list; 0 without.
    pub(crate) codes: u16,
    /// Index + 1 of the name of its external code list; 0 without.
    pub(crate) external: u16,
    pub(crate) name: u16,
    /// Index of its components where it is a composite.
    pub(crate) parts: u16,
}

impl ElementDef {
    /// Whether a value is as long as it should be.
    #[inline]
    pub(crate) fn fits(&self, length: usize) -> bool {
        let supported = if self.limit > 0 { self.limit } else { self.max };
        (usize::from(self.min)..=usize::from(supported)).contains(&length)
    }
}

/// What alone there is to check of most values of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    /// Its length, and that it does not begin with a blank.
    Text,
    /// That it is in the code list.
    Code,
    /// That it is a number written as most are, and its length.
    Number,
    /// More, by its kind alone.
    Typed,
    /// More.
    No,
}

impl Plain {
    fn of(usage: Usage, kind: Kind, codes: u16) -> Self {
        match kind {
            _ if usage == Usage::NotUsed => Self::No,
            Kind::Text | Kind::Code if codes == 0 => Self::Text,
            Kind::Code => Self::Code,
            Kind::Decimal | Kind::Amount => Self::Number,
            Kind::Composite | Kind::Bytes => Self::No,
            _ => Self::Typed,
        }
    }
}

/// A row of elements or components with its relational conditions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// Range in `Library::members`.
    pub(crate) members: (u32, u32),
    /// Range in `Library::notes`.
    pub(crate) notes: (u16, u16),
    /// Number of the last required member; 0 without.
    pub(crate) last_required: u16,
}

/// A relational condition: P, R, E, C or L over positions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) kind: u8,
    pub(crate) count: u8,
    pub(crate) positions: [u8; Note::MAX],
    /// One bit for each position.
    pub(crate) mask: u64,
}

impl Note {
    /// Most positions one condition names.
    pub(crate) const MAX: usize = 6;

    pub(crate) fn positions(&self) -> &[u8] {
        self.positions.get(..usize::from(self.count)).unwrap_or(&[])
    }
}

/// What tells a segment from others of its id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Condition {
    pub(crate) element: u8,
    /// 0 for the whole element.
    pub(crate) component: u8,
    pub(crate) codes: u16,
    /// The packed code where the list has but one; 0 where it has more.
    pub(crate) only: u64,
}

/// A segment or loop among the children of a loop. Of a loop, `spec`, `tag`, `conditions` and `name` are
/// those of its first segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Child {
    pub(crate) tag: Tag,
    pub(crate) usage: Usage,
    /// How often it may stand; `u32::MAX` without limit.
    pub(crate) max: u32,
    pub(crate) position: u16,
    pub(crate) spec: u16,
    pub(crate) name: u16,
    /// Range in `Guide::conditions`.
    pub(crate) conditions: (u16, u16),
    /// Of a loop: its body, id and name.
    pub(crate) body: Option<LoopDef>,
    /// Index + 1 of what companions say of it; 0 without.
    pub(crate) overlay: u16,
}

/// What a loop adds to its first segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LoopDef {
    pub(crate) body: u16,
    pub(crate) id: u16,
    pub(crate) name: u16,
}

/// The children of a loop. Loops that are alike share one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body {
    /// Range in `Guide::children`.
    pub(crate) children: (u32, u32),
    /// Range in `Guide::required`.
    pub(crate) required: (u32, u32),
    /// The children that stand around some of its loops (LS and LE); equal where there are none.
    pub(crate) bounds: (u32, u32),
}

/// A data element number as the standard writes it: `782`, `I01`, `C003`.
///
/// ```
/// use superbill_x12::element_number;
/// assert_eq!(element_number(782), "782");
/// assert_eq!(element_number(10_001), "I01");
/// assert_eq!(element_number(20_003), "C003");
/// ```
#[must_use]
pub fn element_number(packed: u16) -> String {
    match packed {
        20_000.. => format!("C{:03}", packed - 20_000),
        10_000.. => format!("I{:02}", packed - 10_000),
        _ => packed.to_string(),
    }
}

/// The number [`element_number`] writes; none for text it never writes.
#[must_use]
pub fn pack_element_number(text: &str) -> Option<u16> {
    let (base, digits) = match text.as_bytes() {
        [b'C', ..] => (20_000, text.get(1..)?),
        [b'I', ..] => (10_000, text.get(1..)?),
        _ => (0, text),
    };
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(base + digits.parse::<u16>().ok()?)
}

/// An element's name for a message: its name and its number.
pub(crate) fn element_text(library: &Library, element: &ElementDef) -> String {
    format!("{} ({})", library.name(element.name), element_number(element.number))
}

/// A segment id as text.
pub(crate) fn tag_text(Tag(tag): Tag) -> String {
    tag.to_be_bytes().iter().filter(|&&byte| byte != 0).map(|&byte| char::from(byte)).collect()
}
