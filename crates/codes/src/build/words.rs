//! Words for packs: how is a text cut so that its words can be searched and the text comes back whole?

use std::collections::BTreeMap;

use crate::pack::{BLOCK, CAPITAL, SPACE};
use crate::search::folded;

/// Longest run of letters in one word, in bytes.
const LONGEST: usize = 48;

/// A word: how it is searched, its letters with a small first one, its marks. Sorted in this order.
pub(super) type Word = (String, Vec<u8>, u8);

/// Cuts a text: runs of letters and digits, with the space before them; any other character by itself.
pub(super) fn cut(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let spaced = first == ' ' && rest[1..].chars().next().is_some_and(|c| c != ' ');
        let start = usize::from(spaced);
        let body = &rest[start..];
        let mut end = 0;
        for c in body.chars().take_while(|c| c.is_alphanumeric()) {
            if end + c.len_utf8() > LONGEST {
                break;
            }
            end += c.len_utf8();
        }
        if end == 0 {
            end = body.chars().next().map_or(0, char::len_utf8);
        }
        let mut letters = body.as_bytes()[..end].to_vec();
        let mut marks = if spaced { SPACE } else { 0 };
        if letters[0].is_ascii_uppercase() {
            letters[0].make_ascii_lowercase();
            marks |= CAPITAL;
        }
        words.push((folded(&body[..end]), letters, marks));
        rest = &body[end..];
    }
    words
}

/// The words in order, each with its number.
pub(super) fn numbered(words: impl Iterator<Item = Word>) -> BTreeMap<Word, u32> {
    let mut all: BTreeMap<Word, u32> = words.map(|word| (word, 0)).collect();
    for (at, number) in (0..).zip(all.values_mut()) {
        *number = at;
    }
    all
}

/// Writes the words, and where each block begins.
pub(super) fn write<'a>(words: impl Iterator<Item = &'a Word>) -> (Vec<u8>, Vec<u8>) {
    let (mut out, mut blocks) = (Vec::new(), Vec::new());
    let mut above: &[u8] = &[];
    for (at, (_, letters, marks)) in words.enumerate() {
        if at % BLOCK == 0 {
            blocks.extend(u32::try_from(out.len()).unwrap_or(u32::MAX).to_le_bytes());
            above = &[];
        }
        let shared = above.iter().zip(letters).take_while(|(a, b)| a == b).count();
        let rest = &letters[shared..];
        out.push(u8::try_from(shared).unwrap_or(0));
        out.push(u8::try_from(rest.len()).unwrap_or(0) | marks);
        out.extend(rest);
        above = letters;
    }
    (out, blocks)
}
