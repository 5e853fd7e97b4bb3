//! Vocabulary of a query: which words and phrases of a pack may a typed term stand for?

use super::slips;
use crate::pack::{Pack, Part, Word};

/// A mask has a bit for each term a word may stand for, and this much higher one where it is the term.
pub(super) const EXACT: u32 = 16;

/// What every symbol of a pack means to a query.
pub(super) struct Vocabulary {
    /// The terms each symbol may stand for.
    pub(super) masks: Vec<u32>,
    /// The words of each symbol, punctuation aside.
    pub(super) counts: Vec<u8>,
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
            let left = usize::from(u16::from_le_bytes([rule[0], rule[1]]));
            let right = usize::from(u16::from_le_bytes([rule[2], rule[3]]));
            let mask = |at: usize| masks.get(at).copied().unwrap_or(0);
            let count = |at: usize| counts.get(at).copied().unwrap_or(0);
            let (both, sum) = (mask(left) | mask(right), count(left).saturating_add(count(right)));
            masks.push(both);
            counts.push(sum);
        }
        Self { masks, counts }
    }
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
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        match c {
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
    out
}
