//! Phrases: which pairs of words come so often that one symbol should stand for them?
//!
//! Re-Pair (Larsson and Moffat, 1999): the commonest pair of neighbours becomes a symbol, again and again,
//! until none comes often enough or the numbers run out.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// Symbols a pack can number.
const SYMBOLS: usize = 1 << 16;
/// A pair seen less often is left as two.
const OFTEN: usize = 3;
/// Symbols a text can have.
const LENGTH: usize = 255;
/// Between two texts, and where a symbol was taken away.
const NONE: u32 = u32::MAX;

/// Texts in symbols, and what the symbols past the words stand for.
pub(super) struct Grammar {
    pub(super) rules: Vec<(u32, u32)>,
    pub(super) texts: Vec<Vec<u32>>,
}

/// Shortens texts of words numbered below `words`; none where the words are too many.
pub(super) fn shorten(texts: &[Vec<u32>], words: usize) -> Option<Grammar> {
    let mut line = Line::new(texts);
    let mut rules = Vec::new();
    // Some numbers are kept for texts that stay too long.
    let room = SYMBOLS.checked_sub(words)?;
    while rules.len() < room.saturating_sub(room / 16) {
        let Some(pair) = line.commonest() else { break };
        let symbol = u32::try_from(words + rules.len()).ok()?;
        line.replace(pair, symbol);
        rules.push(pair);
    }
    let mut texts = line.texts();
    for text in &mut texts {
        while text.len() > LENGTH {
            *text = halved(text, words, &mut rules)?;
        }
    }
    (words + rules.len() <= SYMBOLS).then_some(Grammar { rules, texts })
}

/// A text in half as many symbols, whatever they cost.
fn halved(text: &[u32], words: usize, rules: &mut Vec<(u32, u32)>) -> Option<Vec<u32>> {
    let mut out = Vec::new();
    for pair in text.chunks(2) {
        match *pair {
            [left, right] => {
                out.push(u32::try_from(words + rules.len()).ok()?);
                rules.push((left, right));
            }
            _ => out.extend(pair),
        }
    }
    Some(out)
}

/// All texts in one line, with gaps where symbols were taken away.
struct Line {
    symbols: Vec<u32>,
    before: Vec<u32>,
    after: Vec<u32>,
    /// Where each pair was seen; places that no longer hold it are passed over.
    places: HashMap<(u32, u32), Vec<u32>>,
    commonest: BinaryHeap<(usize, Reverse<(u32, u32)>)>,
}

impl Line {
    fn new(texts: &[Vec<u32>]) -> Self {
        let mut symbols = vec![NONE];
        for text in texts {
            symbols.extend(text);
            symbols.push(NONE);
        }
        let count = u32::try_from(symbols.len()).unwrap_or(NONE);
        let mut line = Self {
            symbols,
            before: (0..count).map(|at| at.saturating_sub(1)).collect(),
            after: (1..=count).collect(),
            places: HashMap::new(),
            commonest: BinaryHeap::new(),
        };
        for at in 0..count.saturating_sub(1) {
            line.note(at);
        }
        line.commonest = line.places.iter().map(|(&pair, at)| (at.len(), Reverse(pair))).collect();
        line
    }

    fn pair(&self, at: u32) -> Option<(u32, u32)> {
        let left = *self.symbols.get(at as usize)?;
        let right = *self.symbols.get(*self.after.get(at as usize)? as usize)?;
        (left != NONE && right != NONE).then_some((left, right))
    }

    fn note(&mut self, at: u32) -> Option<(u32, u32)> {
        let pair = self.pair(at)?;
        self.places.entry(pair).or_default().push(at);
        Some(pair)
    }

    /// The commonest pair. Counts in the heap may be too high, never too low: they are put right here.
    fn commonest(&mut self) -> Option<(u32, u32)> {
        while let Some((count, Reverse(pair))) = self.commonest.pop() {
            if count < OFTEN {
                return None;
            }
            let mut places = self.places.remove(&pair).unwrap_or_default();
            places.retain(|&at| self.pair(at) == Some(pair));
            let left = places.len();
            self.places.insert(pair, places);
            if left == count {
                return Some(pair);
            }
            if left >= OFTEN {
                self.commonest.push((left, Reverse(pair)));
            }
        }
        None
    }

    fn replace(&mut self, pair: (u32, u32), symbol: u32) {
        let mut seen: HashMap<(u32, u32), usize> = HashMap::new();
        for at in self.places.remove(&pair).unwrap_or_default() {
            if self.pair(at) != Some(pair) {
                continue; // Of `aaa`, the first two were taken.
            }
            let taken = self.after[at as usize];
            let next = self.after[taken as usize];
            self.symbols[at as usize] = symbol;
            self.symbols[taken as usize] = NONE;
            self.after[at as usize] = next;
            self.before[next as usize] = at;
            for changed in [self.before[at as usize], at] {
                if let Some(pair) = self.note(changed) {
                    *seen.entry(pair).or_default() += 1;
                }
            }
        }
        for (pair, _) in seen {
            let count = self.places.get(&pair).map_or(0, Vec::len);
            self.commonest.push((count, Reverse(pair)));
        }
    }

    fn texts(&self) -> Vec<Vec<u32>> {
        let mut texts = Vec::new();
        let mut at = self.after[0] as usize;
        let mut text = Vec::new();
        while at < self.symbols.len() {
            match self.symbols[at] {
                NONE => texts.push(core::mem::take(&mut text)),
                symbol => text.push(symbol),
            }
            at = self.after[at] as usize;
        }
        texts
    }
}
