//! Queries: which words were typed, and in which other ways could it be said?

use super::vocabulary::phrase;
use crate::pack::Pack;

/// Terms over all ways to say it: as many as a mask has bits for matches.
const TERMS: usize = 16;
/// Ways to say it, the typed one among them.
const WAYS: usize = 8;
/// Words that say nothing about a code, left out unless nothing else was typed.
const EMPTY: [&str; 13] =
    ["a", "an", "and", "for", "in", "my", "of", "on", "or", "s", "the", "to", "with"];

/// What a pack says people say where it lists common codes.
const COMMON: &str = "*";

/// What was typed, taken apart.
pub(super) struct Query<'a> {
    /// Every different term of all ways.
    pub(super) terms: Vec<String>,
    pub(super) ways: Vec<Way<'a>>,
    /// Codes that come first of like matches, in order.
    pub(super) common: Vec<&'a str>,
    pinned: Vec<(&'a str, &'a str, u32)>,
}

/// One way to say it.
pub(super) struct Way<'a> {
    /// The terms, as bits.
    pub(super) bits: u32,
    /// The terms in order, a blank between them.
    pub(super) phrase: String,
    /// The synonym it is from.
    pub(super) through: Option<&'a str>,
    /// What is taken off the score for not being what was typed.
    pub(super) cost: u32,
}

impl<'a> Query<'a> {
    pub(super) fn new(pack: &'a Pack, typed: &str) -> Self {
        let typed: String = typed.chars().take(100).collect();
        let typed = phrase(&typed);
        let mut query =
            Self { terms: Vec::new(), ways: Vec::new(), common: Vec::new(), pinned: Vec::new() };
        query.add(&typed, None, 0);
        for (said, meant, codes) in pack.synonyms() {
            if said == COMMON {
                query.common = codes.split(' ').collect();
                query.common.sort_unstable();
            }
            let Some(how) = heard(&typed, said) else { continue };
            if let Some(score) = how.score() {
                let codes = codes.split(' ').filter(|it| !it.is_empty()).zip(0..);
                let pins = codes.map(|(code, step)| (code, said, score.saturating_sub(step)));
                query.pinned.extend(pins);
            }
            for meant in meant.split('|').filter(|it| !it.is_empty()) {
                let whole = match how {
                    Heard::Start(_) => meant.to_owned(),
                    _ => typed.replacen(said, meant, 1),
                };
                query.add(&whole, Some(said), 60);
            }
        }
        query
    }

    /// The rows synonyms put first: row, synonym, score.
    pub(super) fn pinned(&self, pack: &Pack) -> Vec<(usize, &'a str, u32)> {
        let rows = self.pinned.iter();
        rows.filter_map(|&(code, said, score)| Some((pack.row(code)?, said, score))).collect()
    }

    fn add(&mut self, phrase: &str, through: Option<&'a str>, cost: u32) {
        let all: Vec<&str> = phrase.split(' ').filter(|it| !it.is_empty()).collect();
        let telling: Vec<&str> = all.iter().copied().filter(|it| !EMPTY.contains(it)).collect();
        let terms = if telling.is_empty() { all } else { telling };
        let mut bits = 0;
        for term in terms {
            let known = self.terms.iter().position(|it| it == term);
            if known.is_none() && self.terms.len() == TERMS {
                return;
            }
            let at = known.unwrap_or_else(|| {
                self.terms.push(term.to_owned());
                self.terms.len() - 1
            });
            bits |= 1 << at;
        }
        let known = self.ways.iter().any(|way| way.bits == bits);
        if bits != 0 && !known && self.ways.len() < WAYS {
            self.ways.push(Way { bits, phrase: phrase.to_owned(), through, cost });
        }
    }
}

/// How a synonym was heard in what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// All that was typed.
    Whole,
    /// It begins with what was typed; how many letters are left.
    Start(usize),
    /// Half of the words typed, or more.
    Most,
    /// Fewer of the words typed.
    Part,
}

impl Heard {
    /// The score of the codes it puts first, if it does.
    fn score(self) -> Option<u32> {
        match self {
            Self::Whole => Some(1600),
            // The less is left to type, the likelier.
            Self::Start(left) => Some(1500 - 5 * u32::try_from(left.min(100)).unwrap_or(100)),
            Self::Most => Some(900),
            Self::Part => None,
        }
    }
}

fn heard(typed: &str, said: &str) -> Option<Heard> {
    if typed == said {
        return Some(Heard::Whole);
    }
    if typed.len() >= 4 && said.starts_with(typed) {
        return Some(Heard::Start(said.len() - typed.len()));
    }
    let at = typed.find(said)?;
    let before = typed[..at].is_empty() || typed[..at].ends_with(' ');
    let after = &typed[at + said.len()..];
    let after = after.is_empty() || after.starts_with(' ');
    let words = |text: &str| text.split(' ').count();
    let most = 2 * words(said) >= words(typed);
    (before && after).then_some(if most { Heard::Most } else { Heard::Part })
}
