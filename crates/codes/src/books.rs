//! Code books: every list at hand, asked about one code on one day.
//!
//! A book is bundled (small lists, in the library) or loaded (packs, as bytes from the host). What no
//! book can answer is [`CodeStatus::NotLoaded`], never valid.

use serde::{Deserialize, Serialize};
use superbill_types::Date;

use crate::{BadPack, CodeEntry, CodeFlags, CodeStatus, CodeSystem, Note, PackInfo, bundled};

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
pub struct CodeBooks {}

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
    pub through: Option<String>,
    /// Higher is better; comparable within one answer only.
    pub score: u32,
}

impl CodeBooks {
    /// Takes a pack in; a pack of the same name is replaced.
    ///
    /// # Errors
    /// The bytes are no pack, or a damaged one. The books are as before.
    pub fn load(&mut self, _pack: Vec<u8>) -> Result<PackInfo, BadPack> {
        Err(BadPack::NotAPack)
    }

    /// The tables that answer for a system, the first asked first; none means [`CodeStatus::NotLoaded`].
    #[must_use]
    pub fn tables(&self, system: CodeSystem) -> Vec<PackInfo> {
        bundled::info(system).into_iter().collect()
    }

    /// Whether a code can be billed on a day.
    #[must_use]
    pub fn status(&self, system: CodeSystem, code: &str, on: Date) -> CodeStatus {
        if bundled::list(system).is_none() {
            return CodeStatus::NotLoaded;
        }
        bundled::find(system, code).map_or(CodeStatus::Unknown, |row| row.status(on))
    }

    /// What is known of a code as of a day; none where no table lists it.
    #[must_use]
    pub fn entry(&self, system: CodeSystem, code: &str, on: Date) -> Option<CodeEntry> {
        let row = bundled::find(system, code)?;
        Some(CodeEntry {
            system,
            code: code.to_owned(),
            shown: code.to_owned(),
            description: row.label.to_owned(),
            status: row.status(on),
            flags: row.flags,
            parent: None,
        })
    }

    /// The marks on a code on a day; none where no table lists it.
    #[must_use]
    pub fn flags(&self, system: CodeSystem, code: &str, _on: Date) -> Option<CodeFlags> {
        bundled::find(system, code).map(|row| row.flags)
    }

    /// What to offer for a code that is refused: the billable codes below a heading, or those that took
    /// a retired code's place. In order of the code, `limit` at most.
    #[must_use]
    pub fn instead(&self, _: CodeSystem, _code: &str, _on: Date, _limit: usize) -> Vec<CodeEntry> {
        Vec::new()
    }

    /// The notes on a code and on what stands above it, the nearest first.
    #[must_use]
    pub fn notes(&self, _system: CodeSystem, _code: &str) -> Vec<Note> {
        Vec::new()
    }

    /// The Excludes1 note that forbids these two diagnoses together, whichever has it.
    #[must_use]
    pub fn excludes1(&self, _one: &str, _other: &str) -> Option<Note> {
        None
    }

    /// The codes that match what was typed, the best first.
    #[must_use]
    pub fn search(&self, _search: &Search<'_>) -> Vec<Match> {
        Vec::new()
    }
}
