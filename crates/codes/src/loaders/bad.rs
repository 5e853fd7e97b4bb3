//! Bad tables: why does a file not make a pack, and on which line?

use super::TableFile;
use crate::{BuildError, CodeSystem};

/// A file that does not make a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTable {
    /// The file's name.
    pub file: String,
    /// The line, from 1; 0 where it is the whole file.
    pub line: usize,
    /// What is wrong there.
    pub what: Wrong,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wrong {
    /// No file was given.
    NoFile,
    /// A zip file or a workbook.
    Packed,
    /// A part of a fee schedule that packs are not made of.
    Fees,
    /// Indices of localities without the relative values.
    IndicesAlone,
    /// A column is not there; its name in small letters without blanks.
    Column(&'static str),
    /// An amount that cannot be read.
    Amount,
    /// No layout that is known.
    Unknown,
    /// Codes that ended, without those that are in effect.
    EndedAlone,
    /// A table of another kind than the first file.
    Mixed,
    /// Nothing says which list its codes are of.
    NoSystem,
    /// Nothing says whose NCCI table it is.
    NoSetting,
    /// Nothing says of which edition it is.
    NoEdition,
    /// An NCCI table is asked for by something else than a quarter.
    NoQuarter,
    /// The line is no row of this table.
    Row,
    /// A day that cannot be read.
    Day,
    /// A code that is none of its list.
    Code(String, CodeSystem),
    /// There is no code in it.
    Empty,
    /// More rows than a list can have.
    TooMany,
    /// The rows do not make a pack.
    Build(BuildError),
}

impl core::fmt::Display for BadTable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match (last(&self.file), self.line) {
            ("", _) => {}
            (file, 0) => write!(f, "{file}: ")?,
            (file, line) => write!(f, "{file}: line {line}: ")?,
        }
        match &self.what {
            Wrong::NoFile => f.write_str("give the files of one table"),
            Wrong::Packed => f.write_str(
                "this is a zip file or workbook; unpack it, or save the sheet as CSV, first",
            ),
            Wrong::Fees => f.write_str(
                "this is not the part of a fee schedule that packs are made of: give PPRRVU and GPCI",
            ),
            Wrong::IndicesAlone => {
                f.write_str("these are indices of localities; give the relative values beside them")
            }
            Wrong::Column(name) => write!(f, "there is no column whose name has `{name}` in it"),
            Wrong::Amount => f.write_str("an amount must be written as 125.00, and not be negative"),
            Wrong::Unknown => f.write_str("no table that is known is laid out like this"),
            Wrong::EndedAlone => {
                f.write_str("these codes ended; give the list of those in effect beside them")
            }
            Wrong::Mixed => f.write_str("this is another table than the first; make a pack each"),
            Wrong::NoSystem => f.write_str(
                "say which list these codes are of: revenue, condition, occurrence, value, ...",
            ),
            Wrong::NoSetting => f.write_str(
                "say whose table this is: practitioner, outpatient-hospital or equipment",
            ),
            Wrong::NoEdition => f.write_str("say which edition this is, such as 2026 or 2026 Q4"),
            Wrong::NoQuarter => f.write_str("say of which quarter this table is, such as 2026 Q4"),
            Wrong::Row => f.write_str("this is no row of the table"),
            Wrong::Day => {
                f.write_str("a day must be written as 20261231, 2026-12-31 or 12/31/2026")
            }
            Wrong::Code(code, system) => {
                let code: String = code.chars().take(20).collect();
                write!(f, "`{code}` is not how codes of the list {} are written", system.name())
            }
            Wrong::Empty => f.write_str("there is no code in it"),
            Wrong::TooMany => f.write_str("there are more rows than any list has"),
            Wrong::Build(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for BadTable {}

pub(super) fn whole(file: &TableFile<'_>, what: Wrong) -> BadTable {
    BadTable { file: file.name.to_owned(), line: 0, what }
}

/// The last part of a path.
pub(super) fn last(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
