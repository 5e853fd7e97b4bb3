//! Search: which codes does a person mean by what they typed so far?
//!
//! The words a typed term may stand for get a bit in a mask; a phrase has the bits of its words; a text
//! has the bits of its phrases. So one pass over the phrases and one over the texts finds every match,
//! and the texts themselves are the index. Of the matches, the best few dozen are looked at closely.
//!
//! A term matches the words it begins. Where a term begins none, words one or two slips of the finger
//! away do. Synonyms of the pack are tried beside what was typed.

mod query;
mod rank;
mod slips;
mod vocabulary;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use superbill_types::sort_by_number;

use query::Query;
#[cfg(feature = "build")]
pub(crate) use vocabulary::folded;
pub(crate) use vocabulary::phrase;
use vocabulary::{EXACT, Vocabulary};

use crate::books::Search;
use crate::pack::{Pack, Part, note_kind, number};
use crate::{CodeStatus, NoteKind};

/// A row that matches.
pub(crate) struct Hit {
    pub(crate) row: usize,
    pub(crate) score: u32,
    /// The term that led here, where the row's own text has not the words.
    pub(crate) through: Option<String>,
}

/// A text that has the words, before it was looked at closely. The order is that of worth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    score: u32,
    text: Reverse<usize>,
    alternative: usize,
}

/// What a search wants of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    No,
    Yes,
    /// Not itself, but for the codes below it.
    Below,
}

/// How many texts are looked at closely.
const CLOSELY: usize = 64;

/// The rows of a pack that match, the best first.
pub(crate) fn find(pack: &Pack, search: &Search<'_>) -> Vec<Hit> {
    let wanted = wanted(pack, search);
    let mut hits: BTreeMap<usize, Hit> = BTreeMap::new();
    let mut add = |hit: Hit| {
        let known = hits.get(&hit.row).is_some_and(|it| it.score >= hit.score);
        if !known {
            hits.insert(hit.row, hit);
        }
    };
    // Who types a code wants codes: words are looked for only where no code begins so.
    if !by_code(pack, search, &wanted, &mut add) {
        let query = Query::new(pack, search.text);
        for (row, said, score) in query.pinned(pack) {
            let through = (!phrase(&pack.text(row)).contains(said)).then(|| said.to_owned());
            below(pack, row, &wanted, search.limit, |row, step| {
                add(Hit { row, score: score - step.min(score), through: through.clone() });
            });
        }
        for found in by_words(pack, &query, &wanted) {
            rank::close_up(pack, &query, found, &wanted, &mut add);
        }
    }
    let mut hits: Vec<Hit> = hits.into_values().collect();
    for hit in &mut hits {
        hit.score += rank::liked(pack, search, hit.row);
    }
    sort_by_number(&mut hits, |hit| hit.row as i64);
    sort_by_number(&mut hits, |hit| -i64::from(hit.score));
    hits.truncate(search.limit);
    hits
}

/// What the search wants of each history's rows.
fn wanted(pack: &Pack, search: &Search<'_>) -> Vec<Wanted> {
    let on = number(search.on);
    let want = |status| match status {
        _ if search.all => Wanted::Yes,
        CodeStatus::Valid => Wanted::Yes,
        CodeStatus::Header => Wanted::Below,
        _ => Wanted::No,
    };
    pack.histories.iter().map(|it| want(it.status(on))).collect()
}

fn want(pack: &Pack, wanted: &[Wanted], row: usize) -> Wanted {
    let class = pack.short(Part::Classes, row).map_or(usize::MAX, usize::from);
    wanted.get(class).copied().unwrap_or(Wanted::No)
}

/// Visits the row, or the billable rows below it, with their place in order.
fn below(
    pack: &Pack,
    row: usize,
    wanted: &[Wanted],
    limit: usize,
    mut visit: impl FnMut(usize, u32),
) {
    match want(pack, wanted, row) {
        Wanted::No => {}
        Wanted::Yes => visit(row, 0),
        Wanted::Below => {
            let rows = pack.starting(pack.code(row).as_str());
            let rows = rows.filter(|&row| want(pack, wanted, row) == Wanted::Yes);
            rows.zip(1..).take(limit).for_each(|(row, step)| visit(row, step));
        }
    }
}

/// Rows whose code begins with what was typed; whether there are any.
fn by_code(pack: &Pack, search: &Search<'_>, wanted: &[Wanted], add: &mut impl FnMut(Hit)) -> bool {
    let typed = search.text.trim();
    let typed: String =
        typed.chars().filter(|&c| c != '.').collect::<String>().to_ascii_uppercase();
    let may = typed.len() <= 15 && typed.bytes().all(|c| c.is_ascii_alphanumeric());
    let coded = typed.bytes().any(|c| c.is_ascii_digit()) || typed.len() <= 2;
    if !may || !coded || typed.is_empty() {
        return false;
    }
    let rows = pack.starting(&typed);
    let any = !rows.is_empty();
    let rows = rows.filter(|&row| want(pack, wanted, row) == Wanted::Yes);
    for (row, step) in rows.zip(0..).take(search.limit) {
        add(Hit { row, score: 5000u32.saturating_sub(step), through: None });
    }
    any
}

/// The texts that have the words of one of the ways to say it, the best first.
fn by_words(pack: &Pack, query: &Query<'_>, wanted: &[Wanted]) -> Vec<Found> {
    if query.terms.is_empty() {
        return Vec::new();
    }
    for slips in [false, true] {
        let vocabulary = Vocabulary::new(pack, &query.terms, slips);
        for missing in 0..=u32::from(slips) {
            let found = scan(pack, query, &vocabulary, wanted, missing);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

fn scan(
    pack: &Pack,
    query: &Query<'_>,
    vocabulary: &Vocabulary,
    wanted: &[Wanted],
    missing: u32,
) -> Vec<Found> {
    let mut best: BinaryHeap<Reverse<Found>> = BinaryHeap::new();
    let notes = pack.rows + pack.sections;
    let mut keep = |found: Found| {
        if best.len() < CLOSELY {
            best.push(Reverse(found));
        } else if best.peek().is_some_and(|worst| found > worst.0) {
            best.pop();
            best.push(Reverse(found));
        }
    };
    // Every match has the rarest term of its way, unless one may be missing.
    let rarest = |way: &query::Way<'_>| vocabulary.rarest(way.bits);
    let all = |way: &query::Way<'_>| way.bits;
    let probe = query.ways.iter().map(|way| if missing == 0 { rarest(way) } else { all(way) });
    let telling = vocabulary.having(probe.fold(0, |bits, it| bits | it));
    pack.each_text_with(&telling, |text, symbols| {
        let mask = symbols.chunks_exact(2).fold(0, |mask, it| mask | vocabulary.mask(it));
        for (alternative, way) in query.ways.iter().enumerate() {
            if (mask & way.bits).count_ones() + missing < way.bits.count_ones() {
                continue;
            }
            let Some(row) = row_of(pack, text, notes) else { continue };
            if want(pack, wanted, row) == Wanted::No {
                continue;
            }
            let words: u32 = symbols.chunks_exact(2).map(|it| vocabulary.count(it)).sum();
            let exact = (mask >> EXACT & way.bits).count_ones();
            let note = if text >= notes { 120 } else { 0 };
            let cost = way.cost + 12 * words.min(30) + note;
            let score = (1000 + 200 * exact / way.bits.count_ones().max(1)).saturating_sub(cost);
            keep(Found { score, text: Reverse(text), alternative });
        }
    });
    best.into_sorted_vec().into_iter().map(|it| it.0).collect()
}

/// The row a text speaks for: its own, or that of an inclusion term.
fn row_of(pack: &Pack, text: usize, notes: usize) -> Option<usize> {
    if text < pack.rows {
        return Some(text);
    }
    let note = text.checked_sub(notes)?;
    let kind = note_kind(*pack.part(Part::NoteKinds).get(note)?);
    let place = pack.long(Part::Notes, note)?;
    let leads = matches!(kind, NoteKind::Inclusion | NoteKind::Includes);
    (leads && place < pack.rows).then_some(place)
}
