//! Segments: what stands in each element, without copying it?

use core::str;

use superbill_types::{Span, Text};

use crate::Delimiters;

/// A segment id packed into a number, so that ids compare in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u32);

impl Tag {
    /// Of the id that stands from `start` up to `end`.
    #[inline]
    pub(crate) fn at(source: &[u8], start: usize, end: usize) -> Self {
        let length = end.wrapping_sub(start);
        match source.get(start..).and_then(<[u8]>::first_chunk::<4>) {
            // One load and a shift for the two or three letters of nearly every segment.
            Some(&bytes) if (1..=3).contains(&length) => {
                Self(u32::from_be_bytes(bytes) >> (32 - 8 * length as u32))
            }
            _ => tag(source.get(start..end).unwrap_or(&[])),
        }
    }
}

/// Packs a segment id of at most four bytes; longer ids give a tag that no id has.
///
/// ```
/// use superbill_x12::tag;
/// assert_eq!(tag(b"ST"), tag(b"ST"));
/// assert_ne!(tag(b"ST"), tag(b"SE"));
/// ```
#[must_use]
#[inline]
pub const fn tag(id: &[u8]) -> Tag {
    match *id {
        [a, b] => Tag((a as u32) << 8 | b as u32),
        [a, b, c] => Tag((a as u32) << 16 | (b as u32) << 8 | c as u32),
        [a] => Tag(a as u32),
        [a, b, c, d] => Tag((a as u32) << 24 | (b as u32) << 16 | (c as u32) << 8 | d as u32),
        _ => Tag(u32::MAX),
    }
}

/// One segment: a view of the bytes it was read from.
///
/// Element numbers start at 1, as in the standard; 0 is the segment id. A missing element is empty.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'b> {
    /// The buffer the marks point into.
    source: &'b [u8],
    /// Ends of the id and of each element; the last is the end of the segment.
    marks: &'b [u32],
    start: usize,
    /// Where `source` begins in the file.
    base: u64,
    delimiters: Delimiters,
    tag: Tag,
}

impl<'b> Segment<'b> {
    /// `marks` must be ascending positions in `source`, at or behind `start`, at least one; `tag` that of the id.
    #[inline]
    pub(crate) fn new(
        source: &'b [u8],
        marks: &'b [u32],
        start: usize,
        base: u64,
        delimiters: Delimiters,
        tag: Tag,
    ) -> Self {
        Self { source, marks, start, base, delimiters, tag }
    }

    /// The separators of its interchange.
    #[must_use]
    #[inline]
    pub fn delimiters(&self) -> Delimiters {
        self.delimiters
    }

    /// The segment id, such as `CLP`.
    #[must_use]
    #[inline]
    pub fn id(&self) -> &'b [u8] {
        self.element(0)
    }

    /// The id as text; `?` where it is not text.
    #[must_use]
    pub fn name(&self) -> &'b str {
        str::from_utf8(self.id()).unwrap_or("?")
    }

    /// The id packed.
    #[must_use]
    #[inline]
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// How many elements it has, empty ones between separators included.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.marks.len().saturating_sub(1)
    }

    /// Whether it has no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of element `number`; empty where the segment ends before it.
    #[must_use]
    #[inline]
    pub fn element(&self, number: usize) -> &'b [u8] {
        let (Some(&end), start) = (self.marks.get(number), self.element_start(number)) else {
            return &[];
        };
        self.source.get(start..end as usize).unwrap_or(&[])
    }

    #[inline]
    fn element_start(&self, number: usize) -> usize {
        if number == 0 {
            return self.start;
        }
        self.marks.get(number - 1).map_or(usize::MAX, |&mark| mark as usize + 1)
    }

    /// Element `number` as text; none where it is empty. Bytes that are not UTF-8 are read as Latin-1,
    /// so that no byte is lost.
    #[must_use]
    pub fn text(&self, number: usize) -> Option<Text> {
        let bytes = self.element(number);
        (!bytes.is_empty()).then(|| text(bytes))
    }

    /// Component `component` (from 1) of element `number`.
    #[must_use]
    pub fn component(&self, number: usize, component: usize) -> &'b [u8] {
        self.components(number).nth(component.wrapping_sub(1)).unwrap_or(&[])
    }

    /// The components of an element; one empty component where the element is empty.
    pub fn components(&self, number: usize) -> impl Iterator<Item = &'b [u8]> + use<'b> {
        let separator = self.delimiters.component;
        self.element(number).split(move |&byte| byte == separator)
    }

    /// The repetitions of an element; the whole element where nothing repeats.
    pub fn repetitions(&self, number: usize) -> impl Iterator<Item = &'b [u8]> + use<'b> {
        let separator = self.delimiters.repetition;
        self.element(number).split(move |&byte| Some(byte) == separator)
    }

    /// All elements in order, the segment id not among them, each with where it ends in the buffer.
    #[inline]
    pub(crate) fn values(&self) -> impl Iterator<Item = (&'b [u8], usize)> + use<'b> {
        let source = self.source;
        let mut marks = self.marks.iter();
        let mut before = marks.next().map_or(0, |&mark| mark as usize);
        marks.map(move |&end| {
            let value = source.get(before + 1..end as usize).unwrap_or(&[]);
            before = end as usize;
            (value, before)
        })
    }

    /// Sixteen bytes of the buffer that end with the segment; none at its very front.
    pub(crate) fn tail(&self) -> Option<[u8; 16]> {
        let end = self.end();
        self.source.get(end.checked_sub(16)?..end)?.try_into().ok()
    }

    /// The whole segment without its terminator.
    #[must_use]
    #[inline]
    pub fn bytes(&self) -> &'b [u8] {
        self.source.get(self.start..self.end()).unwrap_or(&[])
    }

    /// Position of the first byte in the buffer it was read from.
    #[must_use]
    #[inline]
    pub fn start(&self) -> usize {
        self.start
    }

    /// Position one past the last byte, its terminator not counted, in the buffer it was read from.
    #[must_use]
    #[inline]
    pub fn end(&self) -> usize {
        self.marks.last().map_or(self.start, |&mark| mark as usize)
    }

    /// The bytes it covers in the file, its terminator not counted.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.base + self.start as u64, self.base + self.end() as u64)
    }

    /// The bytes an element covers in the file. Where the segment ends before it, the empty span at the
    /// end of the segment.
    #[must_use]
    pub fn element_span(&self, number: usize) -> Span {
        match self.marks.get(number) {
            Some(&end) => {
                Span::new(self.base + self.element_start(number) as u64, self.base + u64::from(end))
            }
            None => Span::new(self.span().end, self.span().end),
        }
    }

    /// The bytes a part of this segment covers in the file. `part` must come from this segment.
    #[must_use]
    pub fn span_of(&self, number: usize, part: &[u8]) -> Span {
        let element = self.element(number);
        let offset = (part.as_ptr() as usize).wrapping_sub(element.as_ptr() as usize);
        let start = self.element_span(number).start;
        if offset > element.len() {
            return self.element_span(number);
        }
        Span::new(start + offset as u64, start + (offset + part.len()) as u64)
    }
}

/// Bytes as text: UTF-8 where they are, else Latin-1 byte by byte.
pub(crate) fn text<T: for<'t> From<&'t str> + FromIterator<char>>(bytes: &[u8]) -> T {
    str::from_utf8(bytes)
        .map_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect(), T::from)
}
