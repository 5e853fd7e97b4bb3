//! Rank: of the texts that have the words, which are meant most likely?

use super::query::Query;
use super::{Found, Hit, Wanted, below, phrase};
use crate::books::Search;
use crate::pack::Pack;

/// Looks closely at a text and hands on the rows it leads to.
pub(super) fn close_up(
    pack: &Pack,
    query: &Query<'_>,
    found: Found,
    wanted: &[Wanted],
    add: &mut impl FnMut(Hit),
) {
    let Some(way) = query.ways.get(found.alternative) else { return };
    let text = found.text.0;
    let notes = pack.rows + pack.sections;
    let Some(row) = super::row_of(pack, text, notes) else { return };
    let words = pack.text(text);
    let plain = phrase(&words);
    let mut score = found.score;
    if plain.starts_with(&way.phrase) {
        score += 150;
    } else if plain.contains(&way.phrase) {
        score += 80;
    }
    if plain.ends_with("unspecified") || plain.ends_with(" nos") || plain.starts_with("unspec") {
        score += 30;
    }
    if plain.ends_with("sequela") || plain.contains("subsequent encounter") {
        score = score.saturating_sub(60);
    }
    // A cause, or a reason to be seen, is seldom what is looked for by a complaint.
    if pack.info.system == crate::CodeSystem::Icd10Cm
        && matches!(pack.code(row).as_bytes().first(), Some(b'V'..=b'Z'))
    {
        score = score.saturating_sub(100);
    }
    let term = (text >= notes).then_some(words);
    below(pack, row, wanted, 8, |row, step| {
        let through = term.clone().or(way.through.map(str::to_owned));
        let code = pack.code(row);
        let common = query.common.binary_search(&code.as_str()).is_ok();
        let score = score.saturating_sub(20 * step) + if common { 60 } else { 0 };
        add(Hit { row, score, through });
    });
}

/// What a row gains for being a favourite or used of late.
pub(super) fn liked(pack: &Pack, search: &Search<'_>, row: usize) -> u32 {
    let code = pack.code(row);
    let is = |it: &&str| crate::books::bare(search.system, it) == code.as_str();
    if search.favourites.iter().any(is) {
        return 10_000;
    }
    let late = search.recent.iter().take(20).position(is).and_then(|it| u32::try_from(it).ok());
    late.map_or(0, |place| 400 - 10 * place)
}
