//! The builder of packs: rows in, bytes out.
//!
//! The same rows give the same bytes, in whatever order they come. A licensee's file becomes a pack by
//! reading its layout and adding each row here; see `levels` for lists with headings.
//!
//! ```
//! use superbill_codes::{CodeBooks, CodeStatus, CodeSystem, PackBuilder, PackRow};
//! use superbill_types::Date;
//!
//! let day = Date::new(2026, 11, 23).ok_or("a day")?;
//! let mut builder = PackBuilder::new("local", CodeSystem::Hcpcs, "2026", day);
//! builder.add(PackRow::new("S9999", "Sales tax"));
//! builder.add(PackRow::new("S0001", "Butorphanol").during(None, Date::new(2025, 12, 31)));
//! let pack = builder.build()?;
//!
//! let mut books = CodeBooks::default();
//! books.load(pack)?;
//! assert_eq!(books.status(CodeSystem::Hcpcs, "S9999", day), CodeStatus::Valid);
//! assert!(books.status(CodeSystem::Hcpcs, "S0001", day).is_refused());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod grammar;
mod levels;
mod source;
mod words;
mod write;

pub use source::{SHIPPED, shipped};

use std::collections::BTreeMap;

use superbill_types::Date;

use crate::pack::{LONGEST, Period, number};
use crate::{CodeFlags, CodeSystem, NoteKind};

/// A code to be put into a pack.
#[derive(Clone, Debug)]
pub struct PackRow {
    code: String,
    text: String,
    periods: Vec<Period>,
}

/// Collects the rows of one list and writes its pack.
#[derive(Clone, Debug)]
pub struct PackBuilder {
    name: String,
    system: CodeSystem,
    edition: String,
    as_of: Date,
    since: Option<Date>,
    source: String,
    levels: bool,
    rows: BTreeMap<String, PackRow>,
    sections: Vec<(String, String, String)>,
    notes: Vec<(Place, NoteKind, String)>,
    synonyms: Vec<String>,
    refused: Option<BuildError>,
}

/// Where a note stands.
#[derive(Clone, Debug)]
enum Place {
    Code(String),
    Section(usize),
}

/// Why rows do not make a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// A code is empty, longer than fifteen characters, or not of visible ASCII characters.
    BadCode(String),
    /// A code came twice.
    Twice(String),
    /// The text of this code is longer than 65,536 bytes.
    LongText(String),
    /// A note or section names a code or range that no row has.
    Nowhere(String),
    /// A line of a pack's source cannot be read: its number, from 1.
    Source(usize),
    /// The texts have more than 65,536 different words, or there are as many histories, or more than 4,096
    /// sections.
    TooMany,
}

impl core::fmt::Display for BuildError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::BadCode(code) => {
                write!(f, "`{code}` cannot be a code: 1 to 15 visible characters")
            }
            Self::Twice(code) => write!(f, "code `{code}` is there twice"),
            Self::LongText(code) => write!(f, "the text of `{code}` is longer than 65,536 bytes"),
            Self::Nowhere(at) => write!(f, "a note or section stands at `{at}`, which no row has"),
            Self::Source(line) => write!(f, "line {line} of the source cannot be read"),
            Self::TooMany => {
                f.write_str("more different words, histories or sections than a pack can number")
            }
        }
    }
}

impl core::error::Error for BuildError {}

impl PackRow {
    /// A code in effect on any day.
    #[must_use]
    pub fn new(code: &str, text: &str) -> Self {
        Self { code: code.to_owned(), text: text.to_owned(), periods: Vec::new() }
    }

    /// In effect from the first to the last of these days, and in no other time but those named so; none
    /// is open. A period that ends before it begins is passed over.
    #[must_use]
    pub fn during(self, from: Option<Date>, to: Option<Date>) -> Self {
        self.marked(from, to, CodeFlags::NONE)
    }

    /// As [`during`](Self::during), with flags.
    #[must_use]
    pub fn marked(mut self, from: Option<Date>, to: Option<Date>, flags: CodeFlags) -> Self {
        let (from, to) = (from.map_or(0, number), to.map_or(OPEN, number));
        if from <= to {
            self.periods.push(Period { from, to, heading: false, flags: flags.0 });
        }
        self
    }
}

impl PackBuilder {
    /// An empty list. Loading a pack of the same name replaces it; `as_of` is the day up to which the
    /// owner's changes are in it.
    #[must_use]
    pub fn new(name: &str, system: CodeSystem, edition: &str, as_of: Date) -> Self {
        let line = |text: &str| text.replace(['\n', '\r'], " ");
        Self {
            name: line(name),
            system,
            edition: line(edition),
            as_of,
            since: None,
            source: String::new(),
            levels: false,
            rows: BTreeMap::new(),
            sections: Vec::new(),
            notes: Vec::new(),
            synonyms: Vec::new(),
            refused: None,
        }
    }

    /// Where the rows came from, under which licence; one line.
    pub fn source(&mut self, text: &str) {
        self.source = text.replace(['\n', '\r'], " ");
    }

    /// The list is complete from this day on: codes that ended before are not in it.
    pub fn since(&mut self, day: Date) {
        self.since = Some(day);
    }

    /// The list has levels: a code that others begin with is a heading whenever one of those is in effect
    /// and it is not itself. A row without a period is a heading only.
    pub fn levels(&mut self) {
        self.levels = true;
    }

    /// Takes a row in.
    pub fn add(&mut self, row: PackRow) {
        let code = row.code.clone();
        let good = (1..=15).contains(&code.len()) && code.bytes().all(|c| c.is_ascii_graphic());
        if !good || code.contains('~') {
            self.refused.get_or_insert(BuildError::BadCode(code));
        } else if row.text.len() > LONGEST {
            self.refused.get_or_insert(BuildError::LongText(code));
        } else if self.rows.insert(code.clone(), row).is_some() {
            self.refused.get_or_insert(BuildError::Twice(code));
        }
    }

    /// Takes in a section: the codes that begin with `first` to those that begin with `last`.
    pub fn section(&mut self, first: &str, last: &str, title: &str) {
        self.sections.push((first.to_owned(), last.to_owned(), title.to_owned()));
    }

    /// A note at a code.
    pub fn note(&mut self, code: &str, kind: NoteKind, text: &str) {
        self.notes.push((Place::Code(code.to_owned()), kind, text.to_owned()));
    }

    /// A note at the section taken in last.
    pub fn section_note(&mut self, kind: NoteKind, text: &str) {
        let last = self.sections.len().saturating_sub(1);
        self.notes.push((Place::Section(last), kind, text.to_owned()));
    }

    /// What people say, what the list says instead (ways to say it, `|` between them), and the codes to
    /// show first (a blank between them). Any of the last two may be empty.
    pub fn synonym(&mut self, said: &str, meant: &str, codes: &str) {
        self.synonyms.push([said, meant, codes].map(|it| it.replace(['\t', '\n'], " ")).join("\t"));
    }

    /// The pack.
    ///
    /// # Errors
    /// What was taken in does not make one.
    pub fn build(self) -> Result<Vec<u8>, BuildError> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        write::pack(self)
    }
}

/// The last day of a period that lasts.
const OPEN: u32 = 99_999_999;
