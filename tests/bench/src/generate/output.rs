//! Output: how do values become the elements of a segment?

/// Segments as bytes, with the separators most senders use.
#[derive(Clone, Debug, Default)]
pub(super) struct Output {
    bytes: Vec<u8>,
    segments: u64,
}

impl Output {
    /// Adds a whole segment.
    pub(super) fn add(&mut self, id: &str, elements: &[&dyn Element]) {
        self.begin(id);
        for element in elements {
            self.element(*element);
        }
        self.end();
    }

    /// Begins a segment; end it with [`Output::end`].
    pub(super) fn begin(&mut self, id: &str) -> &mut Self {
        self.bytes.extend_from_slice(id.as_bytes());
        self
    }

    /// Adds an element to the segment begun.
    pub(super) fn element(&mut self, element: &dyn Element) -> &mut Self {
        self.bytes.push(b'*');
        element.write(&mut self.bytes);
        self
    }

    /// Ends the segment begun.
    pub(super) fn end(&mut self) {
        self.bytes.push(b'~');
        self.segments += 1;
    }

    /// Adds everything `other` holds.
    pub(super) fn append(&mut self, other: &Self) {
        self.bytes.extend_from_slice(&other.bytes);
        self.segments += other.segments;
    }

    /// Forgets what it holds.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.segments = 0;
    }

    /// The bytes since it was last cleared.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes those are.
    pub(super) fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// How many segments they are.
    pub(super) fn segments(&self) -> u64 {
        self.segments
    }
}

/// A value that can stand in a segment.
pub(super) trait Element {
    /// Appends its text.
    fn write(&self, out: &mut Vec<u8>);
}

impl Element for &str {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.as_bytes());
    }
}

impl Element for String {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.as_bytes());
    }
}

impl Element for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        digits(*self, 1, out);
    }
}

/// A number with leading zeros up to a width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Padded(pub(super) u64, pub(super) usize);

impl Element for Padded {
    fn write(&self, out: &mut Vec<u8>) {
        digits(self.0, self.1, out);
    }
}

/// Hundredths, written as short as payers do: `125`, `12.5`, `.05`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cents(pub(super) i64);

impl Element for Cents {
    fn write(&self, out: &mut Vec<u8>) {
        if self.0 < 0 {
            out.push(b'-');
        }
        let (units, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if units > 0 || part == 0 {
            digits(units, 1, out);
        }
        match (part, part % 10) {
            (0, _) => {}
            (_, 0) => out.extend_from_slice(&[b'.', b'0' + (part / 10) as u8]),
            _ => {
                out.push(b'.');
                digits(part, 2, out);
            }
        }
    }
}

/// Values side by side: the components of a composite with `:`, or parts of a made-up number with
/// nothing.
pub(super) struct Joined<'a>(pub(super) &'a str, pub(super) &'a [&'a dyn Element]);

impl Element for Joined<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        for (position, part) in self.1.iter().enumerate() {
            if position > 0 {
                out.extend_from_slice(self.0.as_bytes());
            }
            part.write(out);
        }
    }
}

fn digits(mut number: u64, width: usize, out: &mut Vec<u8>) {
    let mut text = [b'0'; 20];
    let mut from = text.len();
    while number > 0 {
        from -= 1;
        text[from] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.extend_from_slice(&text[from.min(text.len() - width.min(text.len()))..]);
}
