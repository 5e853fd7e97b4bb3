//! Copied values: what of a received value can stand in an answer?

use crate::Delimiters;

/// A received value as text of at most `max` characters; none where it is shorter than `min`, blank, or
/// holds a separator of the answer or a byte outside the character sets.
pub(super) fn copied(bytes: &[u8], min: usize, max: usize, answer: Delimiters) -> Option<&str> {
    let bytes = bytes.get(..bytes.len().min(max)).unwrap_or(&[]);
    let blank = bytes.iter().all(|&byte| byte == b' ');
    let fits = |&byte: &u8| (b' '..=b'~').contains(&byte) && !is_separator(byte, answer);
    if blank || bytes.len() < min || !bytes.iter().all(fits) {
        return None;
    }
    core::str::from_utf8(bytes).ok()
}

/// A received number as one to `max` digits; none where it is no such number.
pub(super) fn digits(bytes: &[u8], max: usize) -> Option<&str> {
    let fits = (1..=max).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    core::str::from_utf8(bytes).ok().filter(|_| fits)
}

/// A received segment id as two or three letters or digits.
pub(super) fn segment_id(bytes: &[u8]) -> String {
    let fits = bytes.iter().filter(|byte| byte.is_ascii_alphanumeric());
    let id: String = fits.take(3).map(|&byte| char::from(byte)).collect();
    if id.len() < 2 { "ZZZ".into() } else { id }
}

/// The separators of an answer: those received, with a repetition separator where there was none.
pub(super) fn answer_delimiters(received: Delimiters) -> Delimiters {
    let free = |&byte: &u8| !is_separator(byte, received);
    let repetition = received.repetition.or_else(|| b"^!|}".iter().copied().find(free));
    Delimiters { repetition, ..received }
}

fn is_separator(byte: u8, of: Delimiters) -> bool {
    [of.element, of.component, of.segment].contains(&byte) || Some(byte) == of.repetition
}
