//! Fonts of PDF: how are letters encoded, and how wide are they?
//!
//! Three of the fourteen fonts that every reader has, so none is embedded: Courier for forms, Helvetica for
//! words. Their encoding is WinAnsi (code page 1252); a letter it lacks is told in plain letters, and one
//! that has no such writing as a question mark. Widths are those of Adobe's font metrics; a letter with a
//! mark is as wide as without it.

use pdf_writer::Name;

use crate::format::visible;
use crate::letters::plain;

/// One of the fonts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Font {
    Courier,
    Helvetica,
    Bold,
}

impl Font {
    pub(crate) const ALL: [Self; 3] = [Self::Courier, Self::Helvetica, Self::Bold];

    /// Its name in the resources of a page.
    pub(crate) fn resource(self) -> Name<'static> {
        match self {
            Self::Courier => Name(b"C"),
            Self::Helvetica => Name(b"H"),
            Self::Bold => Name(b"B"),
        }
    }

    pub(crate) fn base(self) -> Name<'static> {
        match self {
            Self::Courier => Name(b"Courier"),
            Self::Helvetica => Name(b"Helvetica"),
            Self::Bold => Name(b"Helvetica-Bold"),
        }
    }

    /// How wide an encoded text is at a size in hundredths of a point, in the same unit.
    pub(crate) fn width(self, text: &[u8], size: i32) -> i32 {
        let thousandths: i64 = text.iter().map(|byte| i64::from(self.advance(*byte))).sum();
        i32::try_from(thousandths.saturating_mul(size.into()) / 1000).unwrap_or(i32::MAX)
    }

    /// The width of a letter in thousandths of the size.
    fn advance(self, byte: u8) -> u16 {
        let widths = match self {
            Self::Courier => return 600,
            Self::Helvetica => &HELVETICA,
            Self::Bold => &BOLD,
        };
        let of = |byte: u8| byte.checked_sub(0x20).and_then(|place| widths.get(usize::from(place)));
        match byte {
            0x20..=0x7e => of(byte).copied().unwrap_or(556),
            0x85 | 0x89 | 0x8c | 0x97 | 0x99 | 0xc6 => 1000,
            0x9c | 0xe6 | 0xa9 | 0xae => 850,
            0x80 | 0x96 | 0xdf => 556,
            0x91 | 0x92 | 0x95 | 0xb7 => 278,
            _ => {
                let letter = encoded(byte).and_then(plain).and_then(|it| it.bytes().next());
                letter.and_then(of).copied().unwrap_or(556)
            }
        }
    }
}

/// A text in WinAnsi, control characters made harmless.
pub(crate) fn encode(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for letter in visible(text) {
        match (byte(letter), plain(letter)) {
            (Some(byte), _) => out.push(byte),
            (None, Some(plain)) => out.extend_from_slice(plain.as_bytes()),
            (None, None) => out.push(b'?'),
        }
    }
    out
}

/// The code of a letter, where there is one.
fn byte(letter: char) -> Option<u8> {
    match u32::from(letter) {
        code @ (0x20..=0x7e | 0xa0..=0xff) => u8::try_from(code).ok(),
        _ => HIGH.chars().zip(0x80..).find(|(it, _)| *it == letter).map(|(_, byte)| byte),
    }
}

/// The letter of a code.
fn encoded(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)),
        _ => Some(char::from(byte)),
    }
}

/// Codes 0x80 to 0x9f; no text has the letter that stands where there is none.
const HIGH: &str = "€\u{fffe}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffe}Ž\u{fffe}\u{fffe}‘’“”•–—˜™š›œ\u{fffe}žŸ";

/// From blank to tilde.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// From blank to tilde.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_encoded_or_told_plainly() {
        assert_eq!(encode("Peña – €5"), b"Pe\xf1a \x96 \x805");
        assert_eq!(encode("Łukasz 王"), b"Lukasz ?");
        assert_eq!(encode("a\u{1b}b\u{202e}"), b"a b");
    }

    #[test]
    fn widths_are_those_of_the_metrics() {
        assert_eq!(Font::Helvetica.width(b"Hello", 1000), 722 + 556 + 222 + 222 + 556);
        assert_eq!(Font::Helvetica.width(b"\xe9", 1000), 556);
        assert_eq!(Font::Courier.width(b"\xe9\x80", 1200), 1440);
        assert_eq!(Font::Bold.width(b"~", 1000), 584);
    }
}
