//! Loaders: which published table is this file, and what is the pack of it?
//!
//! A practice owns its copies of the licensed tables; they become packs on its own machine, from the files as
//! their owners publish them. Which table a file is, is told by what is in it; its name helps with what owners
//! write nowhere else (the quarter, the setting). Text is UTF-8, UTF-16 or Windows-1252.
//!
//! | file | read by | pack |
//! |---|---|---|
//! | AMA `SHORTU.txt`, `MEDU.txt`, `LONGULT.txt`, `LONGULF.txt`... | `lines` | `cpt` |
//! | AMA `Deleted_DTK_tab.txt`, beside one of those | `columns` | `cpt` |
//! | AMA `MODUL.txt` | `lines` | `cpt-modifier` |
//! | CMS `HCPC<year>_<month>_ANWEB.txt` | `fixed` | `hcpcs`, or asked so `modifier` |
//! | NUCC `nucc_taxonomy_<version>.csv` | `columns` | `taxonomy` |
//! | NUBC and other lists, as text with columns and a header | `columns` | the system asked for |
//! | CMS NCCI pairs, unit limits, add-ons | [`NcciBuilder`](crate::NcciBuilder) | `ncci-...` |
//! | CMS `PPRRVU<year>_<month>.csv`, with `GPCI<year>.csv` beside it | `fees` | `medicare-fees-<year>` |
//! | a practice's fees, as text with columns and a header | `fees` | `fees-<name of the file>` |
//!
//! Several files of one list are one pack: the longest text of a code is taken.
//!
//! ```
//! use superbill_codes::loaders::{LoadOptions, TableFile, load};
//! use superbill_codes::{CodeBooks, CodeStatus, CodeSystem};
//! use superbill_types::Date;
//!
//! let file = "A made-up list.\n\n90000 A MADE-UP PROCEDURE\n90001 ANOTHER\n";
//! let files = [TableFile { name: "SHORTU.txt", bytes: file.as_bytes() }];
//! let options = LoadOptions { edition: Some("2026".to_owned()), ..LoadOptions::default() };
//!
//! let mut books = CodeBooks::default();
//! let info = books.load(load(&files, &options)?)?;
//! assert_eq!((&*info.name, info.codes), ("cpt", 2));
//! let day = Date::new(2026, 11, 23).ok_or("a day")?;
//! assert_eq!(books.status(CodeSystem::Cpt, "90000", day), CodeStatus::Valid);
//! assert_eq!(books.status(CodeSystem::Cpt, "90002", day), CodeStatus::Unknown);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bad;
mod columns;
mod edition;
mod fees;
mod fixed;
mod kind;
mod lines;
mod tables;
mod text;

pub use bad::{BadTable, Wrong};

use std::collections::{BTreeMap, BTreeSet};

use superbill_types::Date;

use self::kind::Kind;
use crate::{CodeSystem, NcciSetting, PackBuilder, PackRow};

/// A file as its owner publishes it.
#[derive(Clone, Copy, Debug)]
pub struct TableFile<'a> {
    /// Its name; folders before it do not matter.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What the files do not say of themselves. All of it may be absent where they do.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// The list the codes are of.
    pub system: Option<CodeSystem>,
    /// Whose NCCI table it is.
    pub setting: Option<NcciSetting>,
    /// The edition: `2026`, `2026 Q4`, `FY2027`.
    pub edition: Option<String>,
    /// The day up to which the owner's changes are in it; without it the last day of the edition.
    pub as_of: Option<Date>,
}

/// The pack of a table; `files` are its parts.
///
/// # Errors
/// The file, the line and what is wrong there.
pub fn load(files: &[TableFile<'_>], options: &LoadOptions) -> Result<Vec<u8>, BadTable> {
    let mut kinds = Vec::new();
    for file in files {
        kinds.push(kind::of(file, options).map_err(|what| bad::whole(file, what))?);
    }
    let (Some(file), Some(kind)) = (files.first(), kinds.first()) else {
        return Err(BadTable { file: String::new(), line: 0, what: Wrong::NoFile });
    };
    if let Some(at) = kinds.iter().position(|other| !kind.goes_with(*other)) {
        return Err(bad::whole(files.get(at).unwrap_or(file), Wrong::Mixed));
    }
    match kind {
        Kind::Pairs | Kind::Units | Kind::AddOns => tables::pack(files, *kind, options),
        Kind::Values | Kind::Localities | Kind::Amounts => fees::pack(files, &kinds, options),
        _ => list(files, &kinds, options),
    }
}

/// A row of a list: code, text, first and last day.
struct Row {
    line: usize,
    code: String,
    text: String,
    days: Days,
}

/// First and last day in effect; none is open.
type Days = (Option<Date>, Option<Date>);

fn list(
    files: &[TableFile<'_>],
    kinds: &[Kind],
    options: &LoadOptions,
) -> Result<Vec<u8>, BadTable> {
    let first = files[0];
    let bad = |what| bad::whole(&first, what);
    let system = kinds.iter().find_map(|kind| kind.system()).ok_or_else(|| bad(Wrong::NoSystem))?;
    if kinds.iter().all(|kind| *kind == Kind::Ended) {
        return Err(bad(Wrong::EndedAlone));
    }
    let edition = edition::of(files, options).ok_or_else(|| bad(Wrong::NoEdition))?;
    let mut found: BTreeMap<String, (String, BTreeSet<Days>)> = BTreeMap::new();
    // Codes that ended come last: they do not end what a list still has.
    for ended in [false, true] {
        let now = files.iter().zip(kinds).filter(|(_, kind)| (**kind == Kind::Ended) == ended);
        let mut rows = Vec::new();
        for (file, kind) in now {
            for row in read(file, *kind, system)? {
                let code = proper(system, &row.code);
                let at = |what| BadTable { file: file.name.to_owned(), line: row.line, what };
                let code = code.ok_or_else(|| at(Wrong::Code(row.code.clone(), system)))?;
                // What ends before it begins never was.
                let never = matches!(row.days, (Some(from), Some(to)) if to < from);
                let listed = ended && found.contains_key(&code);
                if !never && !listed {
                    rows.push((code, row.text, row.days));
                }
                if rows.len() > MOST {
                    return Err(at(Wrong::TooMany));
                }
            }
        }
        for (code, text, days) in rows {
            let (known, periods) = found.entry(code).or_default();
            if text.len() > known.len() {
                *known = text;
            }
            periods.insert(days);
        }
    }
    if found.is_empty() {
        return Err(bad(Wrong::Empty));
    }
    let mut builder =
        PackBuilder::new(name(system, found.keys()), system, &edition.name, edition.as_of);
    builder.source(&source(files));
    // A list without codes that ended is one of its year.
    let ended = found.values().any(|(_, periods)| periods.iter().any(|days| days.1.is_some()));
    if let Some(since) = Date::new(edition.as_of.parts().0, 1, 1).filter(|_| !ended) {
        builder.since(since);
    }
    for (code, (text, periods)) in found {
        let row = PackRow::new(&code, &text);
        builder.add(periods.into_iter().fold(row, |row, (from, to)| row.during(from, to)));
    }
    builder.build().map_err(|error| bad(Wrong::Build(error)))
}

fn read(file: &TableFile<'_>, kind: Kind, system: CodeSystem) -> Result<Vec<Row>, BadTable> {
    let text = text::decoded(file.bytes);
    let rows = match kind {
        Kind::Fixed(_) => fixed::read(&text, system),
        Kind::Columns(_) => columns::read(&text),
        Kind::Ended => columns::read_ended(&text),
        _ => lines::read(&text, system),
    };
    rows.map_err(|(line, what)| BadTable { file: file.name.to_owned(), line, what })
}

/// The name of a pack. CPT's modifiers, which alone begin with a digit, stand beside those of HCPCS; others
/// come in place of what is there.
fn name<'c>(system: CodeSystem, mut codes: impl Iterator<Item = &'c String>) -> &'static str {
    let digit = |code: &String| code.starts_with(|c: char| c.is_ascii_digit());
    match system {
        CodeSystem::Modifier if codes.any(digit) => "cpt-modifier",
        _ => system.name(),
    }
}

fn source(files: &[TableFile<'_>]) -> String {
    let names: Vec<&str> = files.iter().map(|file| bad::last(file.name)).collect();
    format!("made on this machine from {}; the owner's licence applies", names.join(", "))
}

/// A code as claims have it: zeros that a spreadsheet took are put back. None where it is none of its list.
fn proper(system: CodeSystem, code: &str) -> Option<String> {
    let code = code.trim();
    let width = match system {
        CodeSystem::Revenue => 4,
        CodeSystem::MsDrg => 3,
        CodeSystem::Condition
        | CodeSystem::Occurrence
        | CodeSystem::OccurrenceSpan
        | CodeSystem::Value
        | CodeSystem::PlaceOfService
        | CodeSystem::DischargeStatus => 2,
        _ => 0,
    };
    let digits = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
    let code = if digits { format!("{code:0>width$}") } else { code.to_owned() };
    system.shapes(&code).then_some(code)
}

/// Most rows of a list; ICD-10-PCS, the longest, has 86,910.
const MOST: usize = 1 << 20;
