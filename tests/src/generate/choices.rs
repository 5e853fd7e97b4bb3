//! Choices: which value comes next?

use superbill_types::{Date, DateValue, Money, Quantity, Text};

/// Draws values from bytes. Past their end everything is as small as it can be.
pub(crate) struct Choices<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Choices<'b> {
    /// From these bytes.
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    /// A number from 0 up to, not including, `limit` (at most 256).
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) * limit / 256
    }

    /// Whether to; half of the time.
    pub(crate) fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    /// One of these.
    pub(crate) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Half of the time.
    pub(crate) fn maybe<T>(&mut self, of: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flip().then(|| of(self))
    }

    /// From none up to `most`; fewer are likelier.
    pub(crate) fn list<T>(&mut self, most: usize, mut of: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.below(most + 1).min(self.below(most + 1));
        (0..count).map(|_| of(self)).collect()
    }

    /// Up to `most` characters of the extended set, none of them a default separator; never empty.
    pub(crate) fn text(&mut self, most: usize) -> Text {
        const ALPHABET: &[u8] = b"A0B1CDEF9GHIJKLMNOPQRSTUVWXYZ2345678 !\"&'()+,-./;?=\
            abcdefghijklmnopqrstuvwxyz%@[]_{}\\|<>#$`";
        let length = 1 + self.below(most);
        (0..length).map(|_| char::from(self.one_of(ALPHABET))).collect()
    }

    /// As [`Choices::text`], or empty.
    pub(crate) fn text_or_empty(&mut self, most: usize) -> Text {
        self.maybe(|c| c.text(most)).unwrap_or_default()
    }

    /// An amount with up to four decimals and either sign.
    pub(crate) fn money(&mut self) -> Money {
        let (units, scale) = self.decimal();
        Money::from_scaled(units, scale)
    }

    /// A quantity with up to four decimals and either sign.
    pub(crate) fn quantity(&mut self) -> Quantity {
        let (units, scale) = self.decimal();
        Quantity::from_scaled(units, scale)
    }

    fn decimal(&mut self) -> (i64, u32) {
        let digits = 1 + self.below(9);
        let units = (0..digits).fold(0_i64, |units, _| units * 10 + self.below(10) as i64);
        (if self.below(4) == 3 { -units } else { units }, self.below(5) as u32)
    }

    /// A day, or text that names none.
    pub(crate) fn date(&mut self) -> DateValue {
        let text = match self.below(8) {
            0 => "00000000".into(),
            1 => "20230229".into(),
            2 => self.text(12),
            _ => {
                let (year, month, day) = (self.below(256), self.below(12), self.below(28));
                Date::new(1900 + year as i32, 1 + month as u32, 1 + day as u32)
                    .map_or_else(String::new, Date::ccyymmdd)
                    .into()
            }
        };
        DateValue::read(&text)
    }
}
