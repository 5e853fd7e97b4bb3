//! Code books: every list at hand, asked about one code on one day.
//!
//! A book is bundled (small lists, in the library) or loaded (packs, as bytes from the host). A loaded
//! pack is asked instead of the bundled list of its system. What no book can answer is
//! [`CodeStatus::NotLoaded`], never valid.

use core::ops::Range;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use superbill_types::{Date, sort_by_number};

use crate::excludes::Excludes;
use crate::frame::{self, Frame};
use crate::pack::{Pack, number};
use crate::{
    BadPack, CodeEntry, CodeFlags, CodeStatus, CodeSystem, Note, NoteKind, PackInfo, Section,
    bundled, fees, ncci, search,
};

/// Every list at hand: the bundled ones and the packs loaded.
///
/// ```
/// use superbill_codes::{CodeBooks, CodeStatus, CodeSystem};
/// use superbill_types::Date;
///
/// let books = CodeBooks::default();
/// let day = Date::new(2026, 11, 23).ok_or("a day")?;
/// assert_eq!(books.status(CodeSystem::PlaceOfService, "11", day), CodeStatus::Valid);
/// assert_eq!(books.status(CodeSystem::State, "ZZ", day), CodeStatus::Unknown);
/// assert_eq!(books.status(CodeSystem::Icd10Cm, "M5450", day), CodeStatus::NotLoaded);
/// # Ok::<(), &str>(())
/// ```
#[derive(Default)]
pub struct CodeBooks {
    packs: Vec<Pack>,
    pub(crate) ncci: ncci::Tables,
    pub(crate) fees: fees::Schedules,
}

/// A search of one list. Build it with [`Search::new`] and set what differs.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    /// The list.
    pub system: CodeSystem,
    /// What was typed: the start of a code, words, or the starts of words.
    pub text: &'a str,
    /// The day the codes have to be in effect; the date of service.
    pub on: Date,
    /// How many matches at most.
    pub limit: usize,
    /// Codes used of late, the latest first: they come before others that match as well.
    pub recent: &'a [&'a str],
    /// Codes the user has marked: they come before all others that match.
    pub favourites: &'a [&'a str],
    /// Whether headings and codes not in effect are wanted as well.
    pub all: bool,
}

impl<'a> Search<'a> {
    /// A search for billable codes, twenty at most.
    #[must_use]
    pub fn new(system: CodeSystem, text: &'a str, on: Date) -> Self {
        Self { system, text, on, limit: 20, recent: &[], favourites: &[], all: false }
    }
}

/// A code that matches a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Match {
    /// The code and what it means.
    #[serde(flatten)]
    pub entry: CodeEntry,
    /// The term that led here where the description has not the words: a synonym, an inclusion term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// Higher is better; comparable within one answer only.
    pub score: u32,
}

impl CodeBooks {
    /// Takes a pack in; a pack of the same name is replaced.
    ///
    /// # Errors
    /// The bytes are no pack, or a damaged one. The books are as before.
    pub fn load(&mut self, pack: Vec<u8>) -> Result<PackInfo, BadPack> {
        if pack.starts_with(frame::MAGIC) {
            let frame = Frame::open(pack)?;
            let info = frame.info();
            match frame.kind {
                frame::Kind::Values | frame::Kind::Fees => self.fees.load(frame)?,
                _ => self.ncci.load(frame)?,
            }
            return Ok(info);
        }
        let pack = Pack::open(pack)?;
        let info = pack.info.clone();
        match self.packs.iter_mut().find(|it| it.info.name == info.name) {
            Some(known) => *known = pack,
            None => self.packs.push(pack),
        }
        Ok(info)
    }

    /// The tables that answer for a system, the first asked first; none means [`CodeStatus::NotLoaded`].
    #[must_use]
    pub fn tables(&self, system: CodeSystem) -> Vec<PackInfo> {
        let loaded: Vec<PackInfo> = self.of(system).map(|pack| pack.info.clone()).collect();
        if loaded.is_empty() { bundled::info(system).into_iter().collect() } else { loaded }
    }

    /// Whether a code can be billed on a day.
    #[must_use]
    pub fn status(&self, system: CodeSystem, code: &str, on: Date) -> CodeStatus {
        let code = bare(system, code);
        if let Some((pack, row)) = self.find(system, &code) {
            let history = pack.history(row);
            return history.map_or(CodeStatus::Unknown, |it| it.status(number(on)));
        }
        let loaded = self.of(system).next().is_some();
        match bundled::find(system, &code) {
            Some(row) if !loaded => row.status(on),
            _ if self.is_elsewhere(system, &code) => CodeStatus::NotLoaded,
            _ if loaded || bundled::list(system).is_some() => CodeStatus::Unknown,
            _ => CodeStatus::NotLoaded,
        }
    }

    /// What is known of a code as of a day; none where no table lists it.
    #[must_use]
    pub fn entry(&self, system: CodeSystem, code: &str, on: Date) -> Option<CodeEntry> {
        let code = bare(system, code);
        if self.of(system).next().is_some() {
            return self.find(system, &code).map(|(pack, row)| entry(pack, row, on));
        }
        Some(bundled_entry(system, &code, &bundled::find(system, &code)?, on))
    }

    /// The marks on a code on a day; none where no table lists it.
    #[must_use]
    pub fn flags(&self, system: CodeSystem, code: &str, on: Date) -> Option<CodeFlags> {
        let code = bare(system, code);
        if self.of(system).next().is_some() {
            let (pack, row) = self.find(system, &code)?;
            return pack.history(row).map(|it| it.flags(number(on)));
        }
        bundled::find(system, &code).map(|row| row.flags)
    }

    /// What to offer for a code that is refused: the billable codes below a heading, those that took a
    /// retired code's place, or those that begin as a code nobody knows. In order of the code, `limit`
    /// at most.
    #[must_use]
    pub fn instead(
        &self,
        system: CodeSystem,
        code: &str,
        on: Date,
        limit: usize,
    ) -> Vec<CodeEntry> {
        let code = bare(system, code);
        let packs = self.of(system).map(|pack| (pack, instead(pack, &code, number(on), limit)));
        let found = packs.flat_map(|(pack, rows)| rows.into_iter().map(move |row| (pack, row)));
        found.take(limit).map(|(pack, row)| entry(pack, row, on)).collect()
    }

    /// The codes right below one, headings too, that are in effect on a day; the highest for an empty code.
    #[must_use]
    pub fn children(&self, system: CodeSystem, code: &str, on: Date) -> Vec<CodeEntry> {
        let code = bare(system, code);
        let below = |pack: &Pack| -> Vec<CodeEntry> {
            let mut rows = pack.starting(&code);
            rows.start += usize::from(pack.row(&code).is_some());
            let mut found = Vec::new();
            while let Some(row) = rows.next() {
                found.push(entry(pack, row, on));
                let past = pack.starting(pack.code(row).as_str()).end;
                rows.start = rows.start.max(past);
            }
            found.retain(|it| !matches!(it.status, CodeStatus::NotInEffect { .. }));
            found
        };
        self.of(system).filter(|pack| pack.levels).flat_map(below).collect()
    }

    /// The chapters and blocks of a list, in order, each chapter before its blocks.
    #[must_use]
    pub fn sections(&self, system: CodeSystem) -> Vec<Section> {
        let mut found: Vec<_> = Vec::new();
        for pack in self.of(system) {
            let all: Vec<_> = (0..pack.sections).map(|it| pack.section(it)).collect();
            for (number, rows) in all.iter().enumerate() {
                let around = |it: &&Range<usize>| it.start <= rows.start && rows.end <= it.end;
                let depth = all[..number].iter().filter(around).count();
                let depth = u32::try_from(depth).unwrap_or(u32::MAX);
                let place = pack.rows + number;
                found.push((rows.start, depth, at(pack, place), pack.text(place)));
            }
        }
        found.sort();
        let section = |(_, depth, at, title)| Section { at, title, depth };
        found.into_iter().map(section).collect()
    }

    /// The notes on a code and on what stands above it, the nearest first.
    #[must_use]
    pub fn notes(&self, system: CodeSystem, code: &str) -> Vec<Note> {
        self.find(system, &bare(system, code)).map_or(Vec::new(), |(pack, row)| notes(pack, row))
    }

    /// The Excludes1 note that forbids these two diagnoses together, whichever has it. A note that names
    /// codes only under a further condition forbids nothing here.
    #[must_use]
    pub fn excludes1(&self, one: &str, other: &str) -> Option<Note> {
        let system = CodeSystem::Icd10Cm;
        let (one, other) = (bare(system, one), bare(system, other));
        self.of(system).find_map(|pack| {
            let (row, beside) = (pack.row(&one)?, pack.row(&other)?);
            let excludes = pack.excludes.get_or_init(|| Excludes::read(pack));
            let found = excludes.find(&one, row, beside);
            let (place, number) = found.or_else(|| excludes.find(&other, beside, row))?;
            Some(note(pack, place, number))
        })
    }

    /// The codes that match what was typed, the best first.
    #[must_use]
    pub fn search(&self, search: &Search<'_>) -> Vec<Match> {
        if self.of(search.system).next().is_none() {
            return bundled_matches(search);
        }
        let packs = self.of(search.system);
        let found = packs.flat_map(|pack| {
            let hits = search::find(pack, search).into_iter();
            hits.map(|hit| Match {
                entry: entry(pack, hit.row, search.on),
                through: hit.through,
                score: hit.score,
            })
        });
        let mut found: Vec<Match> = found.collect();
        sort_by_number(&mut found, |it| -i64::from(it.score));
        found.truncate(search.limit);
        if found.is_empty() { self.heirs(search) } else { found }
    }

    /// What to offer for a retired code that was typed in full.
    fn heirs(&self, search: &Search<'_>) -> Vec<Match> {
        let typed = search.text.trim().to_ascii_uppercase();
        let code = bare(search.system, &typed);
        if self.find(search.system, &code).is_none() {
            return Vec::new();
        }
        let through = Some(shown(search.system, &code));
        let heirs = self.instead(search.system, &code, search.on, search.limit).into_iter();
        heirs.map(|entry| Match { entry, through: through.clone(), score: 1 }).collect()
    }

    fn of(&self, system: CodeSystem) -> impl Iterator<Item = &Pack> {
        self.packs.iter().filter(move |pack| pack.info.system == system)
    }

    fn find(&self, system: CodeSystem, code: &str) -> Option<(&Pack, usize)> {
        self.of(system).find_map(|pack| Some((pack, pack.row(code)?)))
    }

    /// Whether a code is of a part of the system that only its licensee's pack has, and it is not loaded.
    fn is_elsewhere(&self, system: CodeSystem, code: &str) -> bool {
        let named = |name: &str| self.packs.iter().any(|pack| pack.info.name == name);
        match system {
            CodeSystem::Modifier => {
                code.starts_with(|c: char| c.is_ascii_digit()) && !named(CPT_MODIFIER)
            }
            CodeSystem::Hcpcs => CodeSystem::Cdt.shapes(code),
            _ => false,
        }
    }
}

/// The name that a pack of CPT's modifiers has to have.
const CPT_MODIFIER: &str = "cpt-modifier";

/// A code as lists have it: a diagnosis without its dot.
pub(crate) fn bare(system: CodeSystem, code: &str) -> Cow<'_, str> {
    if system == CodeSystem::Icd10Cm
        && let Some((category, rest)) = code.split_at_checked(3)
        && let Some(rest) = rest.strip_prefix('.')
        && !rest.is_empty()
    {
        return Cow::Owned([category, rest].concat());
    }
    Cow::Borrowed(code)
}

/// A code as people write it: a diagnosis with its dot.
fn shown(system: CodeSystem, code: &str) -> String {
    match code.split_at_checked(3) {
        Some((category, rest)) if system == CodeSystem::Icd10Cm && !rest.is_empty() => {
            [category, rest].join(".")
        }
        _ => code.to_owned(),
    }
}

fn entry(pack: &Pack, row: usize, on: Date) -> CodeEntry {
    let code = pack.code(row);
    let on = number(on);
    let history = pack.history(row);
    let (from, to) = history.map_or((None, None), |it| it.period(on));
    CodeEntry {
        system: pack.info.system,
        code: code.as_str().to_owned(),
        shown: shown(pack.info.system, code.as_str()),
        description: pack.text(row),
        status: history.map_or(CodeStatus::Unknown, |it| it.status(on)),
        flags: history.map_or(CodeFlags::NONE, |it| it.flags(on)),
        from,
        to,
        parent: pack.above(row).map(|row| pack.code(row).as_str().to_owned()),
    }
}

fn notes(pack: &Pack, row: usize) -> Vec<Note> {
    let places = pack.places(row).into_iter();
    let notes = places.flat_map(|place| pack.notes_at(place).map(move |note| (place, note)));
    notes.map(|(place, number)| note(pack, place, number)).collect()
}

/// A note by its number, at the place where it stands.
fn note(pack: &Pack, place: usize, number: usize) -> Note {
    let (kind, text) = pack.note(number);
    Note { kind, at: at(pack, place), text }
}

/// The name of a place: a code, or the first and last category of a section.
fn at(pack: &Pack, place: usize) -> String {
    let Some(section) = place.checked_sub(pack.rows) else {
        return pack.code(place).as_str().to_owned();
    };
    let rows = pack.section(section);
    let name = |row: usize| pack.code(row).as_str().chars().take(3).collect::<String>();
    [name(rows.start), name(rows.end.saturating_sub(1))].join("-")
}

/// The rows to offer for a code that is refused.
fn instead(pack: &Pack, code: &str, on: u32, limit: usize) -> Vec<usize> {
    let valid = |&row: &usize| pack.history(row).is_some_and(|it| it.status(on).is_valid());
    let below = |start: &str| pack.starting(start).filter(valid).take(limit).collect::<Vec<_>>();
    let mut rows = below(code);
    if rows.is_empty()
        && let Some(row) = pack.row(code)
    {
        let heirs = pack.notes_at(row).map(|note| pack.note(note));
        let heirs = heirs.filter(|(kind, _)| *kind == NoteKind::ReplacedBy);
        rows = heirs
            .flat_map(|(_, heirs)| heirs.split(' ').flat_map(below).collect::<Vec<_>>())
            .collect();
    }
    let mut start = code;
    while rows.is_empty() && start.len() > 3 && pack.levels {
        start = start.get(..start.len() - 1).unwrap_or_default();
        rows = below(start);
    }
    rows
}

fn bundled_entry(system: CodeSystem, code: &str, row: &bundled::Row, on: Date) -> CodeEntry {
    CodeEntry {
        system,
        code: code.to_owned(),
        shown: code.to_owned(),
        description: row.label.to_string(),
        status: row.status(on),
        flags: row.flags,
        from: row.from,
        to: row.to,
        parent: None,
    }
}

/// Matches of a small list: codes that begin as typed, then labels with words that do.
fn bundled_matches(search: &Search<'_>) -> Vec<Match> {
    let typed = search::phrase(search.text);
    let terms: Vec<&str> = typed.split(' ').filter(|it| !it.is_empty()).collect();
    let codes = bundled::codes(search.system).into_iter();
    let found = codes.filter_map(|code| {
        let row = bundled::find(search.system, &code)?;
        let label = search::phrase(&row.label);
        let has = |term: &&str| label.split(' ').any(|word| word.starts_with(term));
        let score = match terms.as_slice() {
            [] => return None,
            [term] if code.to_lowercase().starts_with(term) => 200,
            terms if terms.iter().all(has) => 100,
            _ => return None,
        };
        let entry = bundled_entry(search.system, &code, &row, search.on);
        (search.all || entry.status.is_valid()).then_some(Match { entry, through: None, score })
    });
    let mut found: Vec<Match> = found.collect();
    sort_by_number(&mut found, |it| -i64::from(it.score));
    found.truncate(search.limit);
    found
}
