//! The texts of a pack: which words make up this one?
//!
//! A word in the pack is a run of letters and digits, or one other character, with marks: a space before
//! it, a capital at its start. Put together as they come they are the text, to the byte.

use super::{BLOCK, MARK, Pack, Part};

/// Mark: a space comes before the word.
pub(crate) const SPACE: u8 = 1 << 6;
/// Mark: the word begins with a capital, which the pack has as a small letter.
pub(crate) const CAPITAL: u8 = 1 << 7;

/// Longest text put together, in bytes; a pack made to burst stops here.
pub(crate) const LONGEST: usize = 1 << 16;

/// A word of a pack.
#[derive(Clone, Default)]
pub(crate) struct Word {
    /// Its letters; the first is small where a mark says that it is a capital.
    pub(crate) letters: Vec<u8>,
    pub(crate) marks: u8,
}

impl Pack {
    /// The text of a code, a section or a note, by its place in the order of texts.
    pub(crate) fn text(&self, text: usize) -> String {
        let mut out = Vec::new();
        // Right parts wait while left ones are put down.
        let mut waiting: Vec<usize> = Vec::new();
        let mut word = Word::default();
        for symbol in self.symbols(text) {
            waiting.push(usize::from(symbol));
            while let Some(symbol) = waiting.pop() {
                if out.len() > LONGEST {
                    return String::from_utf8_lossy(&out).into_owned();
                }
                match self.pair(symbol) {
                    Some((left, right)) if left < symbol && right < symbol => {
                        waiting.extend([right, left]);
                    }
                    _ => {
                        self.word(symbol, &mut word);
                        word.put(&mut out);
                    }
                }
            }
        }
        String::from_utf8(out)
            .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
    }

    /// The symbols of a text.
    pub(crate) fn symbols(&self, text: usize) -> impl Iterator<Item = u16> {
        let lengths = self.part(Part::Lengths);
        let mark = text / MARK;
        let before = lengths.get(mark * MARK..text).unwrap_or_default();
        let skipped: usize = before.iter().map(|&length| usize::from(length)).sum();
        let start = self.long(Part::Marks, mark).and_then(|at| at.checked_add(skipped));
        let length = usize::from(lengths.get(text).copied().unwrap_or(0));
        let bytes = start.and_then(|at| {
            let end = at.checked_add(length)?.checked_mul(2)?;
            self.part(Part::Symbols).get(at * 2..end)
        });
        bytes.unwrap_or_default().chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]))
    }

    /// Visits, in order, the texts that have a symbol marked in `telling`, with their symbols as they lie.
    pub(crate) fn each_text_with(&self, telling: &[bool], mut visit: impl FnMut(usize, &[u8])) {
        let symbols = self.part(Part::Symbols);
        let lengths = self.part(Part::Lengths);
        // The text reached, where it begins and ends, in symbols.
        let (mut text, mut start, mut end) = (0, 0, 0);
        for (at, symbol) in symbols.chunks_exact(2).enumerate() {
            let symbol = usize::from(u16::from_le_bytes([symbol[0], symbol[1]]));
            if at < end || !telling.get(symbol).copied().unwrap_or(false) {
                continue;
            }
            let mut mark = text / MARK + 1;
            while let Some(begins) = self.long(Part::Marks, mark).filter(|&it| it <= at) {
                (text, end, mark) = (mark * MARK, begins, mark + 1);
            }
            while end <= at {
                let Some(&length) = lengths.get(text) else { return };
                (start, end, text) = (end, end + usize::from(length), text + 1);
            }
            visit(text - 1, symbols.get(2 * start..2 * end).unwrap_or_default());
        }
    }

    /// What a symbol stands for, where it is a rule.
    pub(crate) fn pair(&self, symbol: usize) -> Option<(usize, usize)> {
        let rule = symbol.checked_sub(self.words)?;
        let left = self.short(Part::Rules, 2 * rule)?;
        Some((usize::from(left), usize::from(self.short(Part::Rules, 2 * rule + 1)?)))
    }

    /// Reads a word; an empty one where there is none.
    pub(crate) fn word(&self, number: usize, word: &mut Word) {
        word.clear();
        let mut at = self.long(Part::WordBlocks, number / BLOCK).unwrap_or(usize::MAX);
        for _ in 0..=number % BLOCK {
            let Some(next) = self.step_word(at, word) else { return word.clear() };
            at = next;
        }
    }

    /// How many words there are: all of the last block are counted.
    pub(super) fn count_words(&self) -> Option<usize> {
        let blocks = self.part(Part::WordBlocks).len() / 4;
        let Some(last) = blocks.checked_sub(1) else { return Some(0) };
        let end = self.part(Part::Words).len();
        let (mut at, mut count) = (self.long(Part::WordBlocks, last)?, last * BLOCK);
        let mut word = Word::default();
        while at < end {
            at = self.step_word(at, &mut word)?;
            count += 1;
        }
        (count <= blocks * BLOCK).then_some(count)
    }

    /// Reads the word at `at`, which shares its start with the one before, and says where the next is.
    fn step_word(&self, at: usize, word: &mut Word) -> Option<usize> {
        let words = self.part(Part::Words);
        let &[shared, rest] = words.get(at..)?.first_chunk::<2>()?;
        let start = at + 2;
        let end = start + usize::from(rest & 63);
        word.letters.truncate(usize::from(shared));
        word.letters.extend_from_slice(words.get(start..end)?);
        word.marks = rest & !63;
        Some(end)
    }
}

impl Word {
    fn clear(&mut self) {
        self.letters.clear();
        self.marks = 0;
    }

    /// Writes the word as it stands in a text.
    fn put(&self, to: &mut Vec<u8>) {
        if self.marks & SPACE != 0 {
            to.push(b' ');
        }
        let start = to.len();
        to.extend_from_slice(&self.letters);
        if self.marks & CAPITAL != 0
            && let Some(first) = to.get_mut(start)
        {
            first.make_ascii_uppercase();
        }
    }
}
