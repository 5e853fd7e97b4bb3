//! Vocabulary of a query: which words and phrases of a pack may a typed term stand for?

use super::slips;
use crate::pack::{Pack, Part, Word};

/// A mask has a bit for each term a word may stand for, and this much higher one where it is the term.
pub(super) const EXACT: u32 = 16;

/// What every symbol of a pack means to a query.
pub(super) struct Vocabulary {
    /// The terms each symbol may stand for.
    masks: Vec<u32>,
    /// The words of each symbol, punctuation aside.
    counts: Vec<u8>,
}

impl Vocabulary {
    /// With `slips`, terms also stand for words a slip of the finger away.
    pub(super) fn new(pack: &Pack, terms: &[String], slips: bool) -> Self {
        let rules = pack.part(Part::Rules).chunks_exact(4);
        let mut masks = vec![0; pack.words];
        masks.reserve(rules.len());
        for (at, term) in terms.iter().enumerate() {
            let bit = 1u32 << at.min(15);
            mark(pack, term, bit, slips, &mut masks);
        }
        // What is no word sorts before all words.
        let first = past(pack, |word| word.is_empty());
        let mut counts: Vec<u8> = (0..pack.words).map(|word| u8::from(word >= first)).collect();
        counts.reserve(rules.len());
        for rule in rules {
            let (left, right) = (place(rule), place(&rule[2..]));
            let mask = |at: usize| masks.get(at).copied().unwrap_or(0);
            let count = |at: usize| counts.get(at).copied().unwrap_or(0);
            let (both, sum) = (mask(left) | mask(right), count(left).saturating_add(count(right)));
            masks.push(both);
            counts.push(sum);
        }
        Self { masks, counts }
    }

    /// Of some terms, as bits, the one that the fewest symbols may stand for.
    pub(super) fn rarest(&self, bits: u32) -> u32 {
        let each = (0..EXACT).map(|at| 1 << at).filter(|bit| bits & bit != 0);
        each.min_by_key(|bit| self.masks.iter().filter(|mask| **mask & bit != 0).count())
            .unwrap_or(0)
    }

    /// Whether each symbol may stand for one of these terms.
    pub(super) fn having(&self, bits: u32) -> Vec<bool> {
        self.masks.iter().map(|mask| mask & bits != 0).collect()
    }

    /// What a symbol, as a pack has it, may stand for.
    #[inline]
    pub(super) fn mask(&self, symbol: &[u8]) -> u32 {
        self.masks.get(place(symbol)).copied().unwrap_or(0)
    }

    /// The words of a symbol.
    pub(super) fn count(&self, symbol: &[u8]) -> u32 {
        self.counts.get(place(symbol)).map_or(0, |&count| u32::from(count))
    }
}

#[inline]
fn place(symbol: &[u8]) -> usize {
    symbol.first_chunk().map_or(usize::MAX, |it| usize::from(u16::from_le_bytes(*it)))
}

/// Marks the words a term may stand for.
fn mark(pack: &Pack, term: &str, bit: u32, slips: bool, masks: &mut [u32]) {
    // A plural stands for the singular too.
    let stem = term.strip_suffix('s').filter(|stem| stem.len() >= 4 && !stem.ends_with('s'));
    let stem = stem.unwrap_or(term);
    let first = past(pack, |word| word < stem);
    let end = past(pack, |word| word < stem || word.starts_with(stem));
    let short = term.len() == 1 && term.bytes().all(|c| c.is_ascii_digit());
    let mut word = Word::default();
    for number in first..end {
        pack.word(number, &mut word);
        let word = of(&word);
        let exact = word == term || word == stem || word.strip_suffix('s') == Some(stem);
        let bits = if exact { bit | bit << EXACT } else { bit };
        if (exact || !short)
            && let Some(mask) = masks.get_mut(number)
        {
            *mask |= bits;
        }
    }
    if slips && term.len() >= 4 {
        let start = &term[..term.chars().next().map_or(0, char::len_utf8)];
        let first = past(pack, |word| word < start);
        let end = past(pack, |word| word < start || word.starts_with(start));
        for number in first..end {
            pack.word(number, &mut word);
            if slips::near(term, &of(&word))
                && let Some(mask) = masks.get_mut(number)
            {
                *mask |= bit;
            }
        }
    }
}

/// The first word, in the order they are searched, for which `before` no longer holds.
fn past(pack: &Pack, before: impl Fn(&str) -> bool) -> usize {
    let (mut low, mut high) = (0, pack.words);
    let mut word = Word::default();
    while low < high {
        let middle = low + (high - low) / 2;
        pack.word(middle, &mut word);
        if before(&of(&word)) { low = middle + 1 } else { high = middle }
    }
    low
}

fn of(word: &Word) -> String {
    folded(core::str::from_utf8(&word.letters).unwrap_or_default())
}

/// Letters and digits, small, without accents; nothing else.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| fold(c, &mut out));
    out
}

/// Text as it is searched: runs of letters and digits, folded, a blank between them.
pub(crate) fn phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if apart && !out.is_empty() {
                out.push(' ');
            }
            fold(c, &mut out);
        }
        apart = !c.is_alphanumeric();
    }
    out
}

fn fold(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        'à'..='å' | 'À'..='Å' => out.push('a'),
        'ç' | 'Ç' => out.push('c'),
        'è'..='ë' | 'È'..='Ë' => out.push('e'),
        'ì'..='ï' | 'Ì'..='Ï' => out.push('i'),
        'ñ' | 'Ñ' => out.push('n'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => out.push('o'),
        'ù'..='ü' | 'Ù'..='Ü' => out.push('u'),
        'ý' | 'ÿ' | 'Ý' => out.push('y'),
        _ => out.extend(c.to_lowercase()),
    }
}
