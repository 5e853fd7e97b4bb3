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
    /// Separators put into the open segment: of elements, of components, and those of spelled elements.
    put: [usize; 3],
    segments: u32,
    line_breaks: bool,
}

impl Writer {
    /// A writer with these separators.
    #[must_use]
    pub fn new(delimiters: Delimiters) -> Self {
        Self {
            delimiters,
            out: Vec::new(),
            kept: 0,
            begin: 0,
            put: [0; 3],
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
        self.put = [0; 3];
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
                self.put[1] += 1;
            }
            self.value(component);
        }
        // What goes are separators of components only.
        let end = self.kept.max(start);
        self.put[1] -= self.out.len().saturating_sub(end);
        self.out.truncate(end);
        self
    }

    /// Adds the next element as it was spelled, its separators included.
    pub fn spelled(&mut self, element: &[u8]) -> &mut Self {
        self.separator();
        self.put[2] += element.iter().filter(|&&byte| self.is_separator(byte)).count();
        self.out.extend_from_slice(element);
        if !element.is_empty() {
            self.kept = self.out.len();
        }
        self
    }

    /// Whether a value of the open segment holds a separator.
    #[must_use]
    pub fn clashes(&self) -> bool {
        self.clash().is_some()
    }

    /// Ends the segment.
    ///
    /// # Errors
    /// [`HoldsSeparator`] when a value of the segment holds a separator; the segment is then taken back.
    pub fn end(&mut self) -> Result<(), HoldsSeparator> {
        if let Some(clash) = self.clash() {
            self.out.truncate(self.begin);
            return Err(clash);
        }
        self.out.truncate(self.kept);
        self.terminate();
        Ok(())
    }

    /// A separator that was not put there as one. Counting those of a whole segment is done sixteen bytes at a
    /// time, which looking at each value is not.
    fn clash(&self) -> Option<HoldsSeparator> {
        let open = self.out.get(self.begin..).unwrap_or(&[]);
        let Delimiters { element, component, repetition, segment } = self.delimiters;
        let repetition = repetition.unwrap_or(element);
        let is_one = |&byte: &u8| {
            (byte == element) | (byte == component) | (byte == repetition) | (byte == segment)
        };
        let found: usize = open.iter().map(|byte| usize::from(is_one(byte))).sum();
        let [elements, components, spelled] = self.put;
        if found == elements + components + spelled {
            return None;
        }
        let count = |wanted: u8| open.iter().filter(|&&byte| byte == wanted).count();
        let held = if count(segment) > 0 {
            segment
        } else if count(component) > components {
            component
        } else if count(element) > elements {
            element
        } else {
            repetition
        };
        Some(HoldsSeparator { byte: held })
    }

    fn separator(&mut self) {
        self.out.push(self.delimiters.element);
        self.put[0] += 1;
    }

    fn is_separator(&self, byte: u8) -> bool {
        let Delimiters { element, component, repetition, segment } = self.delimiters;
        [element, component, segment].contains(&byte) || repetition == Some(byte)
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
        self.out.extend_from_slice(value.as_bytes());
        if !value.is_empty() {
            self.kept = self.out.len();
        }
    }
}
