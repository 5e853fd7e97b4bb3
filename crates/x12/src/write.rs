//! Writer: how do elements become a segment's bytes?
//!
//! Trailing empty elements and components are left out (X12.6). A value that holds a separator of the
//! interchange cannot be written and is refused, never changed silently.

use core::fmt;

use crate::Delimiters;

/// A value holds a separator, so writing it would change the structure of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldsSeparator {
    /// The separator found.
    pub byte: u8,
}

impl fmt::Display for HoldsSeparator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a value holds the separator `{}`; choose other separators or remove it",
            char::from(self.byte)
        )
    }
}

impl core::error::Error for HoldsSeparator {}

/// Appends segments to a buffer.
///
/// ```
/// use superbill_x12::{Delimiters, Writer};
/// let mut writer = Writer::new(Delimiters::default());
/// writer.segment("SVC").composite(["HC", "99213", ""]).element("125").element("").end()?;
/// assert_eq!(writer.bytes(), b"SVC*HC:99213*125~");
/// # Ok::<(), superbill_x12::HoldsSeparator>(())
/// ```
#[derive(Clone, Debug)]
pub struct Writer {
    delimiters: Delimiters,
    out: Vec<u8>,
    /// Length of `out` behind the last value that was not empty.
    kept: usize,
    /// Where the open segment begins.
    begin: usize,
    /// Which bytes separate here, by byte.
    separates: [bool; 256],
    /// The first separator that a value of the open segment held.
    held: Option<u8>,
    segments: u32,
    line_breaks: bool,
}

impl Writer {
    /// A writer with these separators.
    #[must_use]
    pub fn new(delimiters: Delimiters) -> Self {
        let Delimiters { element, component, repetition, segment } = delimiters;
        let mut separates = [false; 256];
        for byte in [element, component, repetition.unwrap_or(element), segment] {
            separates[usize::from(byte)] = true;
        }
        Self {
            delimiters,
            out: Vec::new(),
            kept: 0,
            begin: 0,
            separates,
            held: None,
            segments: 0,
            line_breaks: false,
        }
    }

    /// Puts a line feed behind each terminator, for people to read.
    #[must_use]
    pub fn with_line_breaks(mut self) -> Self {
        self.line_breaks = true;
        self
    }

    /// Begins a segment.
    pub fn segment(&mut self, id: &str) -> &mut Self {
        self.begin = self.out.len();
        self.held = None;
        self.out.extend_from_slice(id.as_bytes());
        self.kept = self.out.len();
        self
    }

    /// Adds the next element.
    pub fn element(&mut self, value: &str) -> &mut Self {
        self.separator();
        self.value(value);
        self
    }

    /// Adds the next element where there is a value, an empty one where there is none.
    pub fn optional(&mut self, value: Option<&str>) -> &mut Self {
        self.element(value.unwrap_or(""))
    }

    /// Adds the next element as components; trailing empty ones are left out.
    pub fn composite<'v>(&mut self, components: impl IntoIterator<Item = &'v str>) -> &mut Self {
        self.separator();
        let start = self.out.len();
        for (n, component) in components.into_iter().enumerate() {
            if n > 0 {
                self.out.push(self.delimiters.component);
            }
            self.value(component);
        }
        // What goes are separators of components only.
        self.out.truncate(self.kept.max(start));
        self
    }

    /// Adds the next element as it was spelled, its separators included.
    pub fn spelled(&mut self, element: &[u8]) -> &mut Self {
        self.separator();
        self.out.extend_from_slice(element);
        if !element.is_empty() {
            self.kept = self.out.len();
        }
        self
    }

    /// Whether a value of the open segment holds a separator.
    #[must_use]
    pub fn clashes(&self) -> bool {
        self.held.is_some()
    }

    /// Ends the segment.
    ///
    /// # Errors
    /// [`HoldsSeparator`] when a value of the segment holds a separator; the segment is then taken back.
    pub fn end(&mut self) -> Result<(), HoldsSeparator> {
        if let Some(byte) = self.held {
            self.out.truncate(self.begin);
            return Err(HoldsSeparator { byte });
        }
        self.out.truncate(self.kept);
        self.terminate();
        Ok(())
    }

    fn separator(&mut self) {
        self.out.push(self.delimiters.element);
    }

    fn terminate(&mut self) {
        self.out.push(self.delimiters.segment);
        if self.line_breaks {
            self.out.push(b'\n');
        }
        self.segments += 1;
    }

    /// Adds a whole segment as it was read, without its terminator.
    pub fn raw(&mut self, segment: &[u8]) {
        self.out.extend_from_slice(segment);
        self.terminate();
    }

    /// How many segments were ended.
    #[must_use]
    pub fn segments(&self) -> u32 {
        self.segments
    }

    /// The bytes so far.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.out
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    fn value(&mut self, value: &str) {
        if value.is_empty() {
            return;
        }
        let bytes = value.as_bytes();
        self.out.extend_from_slice(bytes);
        self.kept = self.out.len();
        let separates = |byte: &u8| self.separates[usize::from(*byte)];
        // No branch a byte: hardly a value holds one.
        if bytes.iter().fold(false, |any, byte| any | separates(byte)) {
            self.held = self.held.or(bytes.iter().copied().find(separates));
        }
    }
}
