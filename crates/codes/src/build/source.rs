//! Pack sources: what do the tables in `data/packs` say?
//!
//! Three layouts, each told in its file's header: rows (code, history, text shortened by what it shares
//! with the text above), notes (place, kind, text), synonyms (said, meant, codes). Lines that begin with
//! `#` are headers.

use superbill_types::Date;

use super::{BuildError, PackBuilder, PackRow};
use crate::pack::NOTE_KINDS;
use crate::{CodeFlags, CodeSystem};

/// The packs that ship with this library, by name: each is `pkg/codes/<name>.pack`.
pub const SHIPPED: [(&str, CodeSystem); 5] = [
    ("icd10cm", CodeSystem::Icd10Cm),
    ("icd10pcs", CodeSystem::Icd10Pcs),
    ("hcpcs", CodeSystem::Hcpcs),
    ("modifier", CodeSystem::Modifier),
    ("ms_drg", CodeSystem::MsDrg),
];

/// Builds a shipped pack. `table` hands out the tables of `data/packs` by file name; the rows
/// (`<name>.tsv`) have to be there, notes and synonyms (`<name>_notes.tsv`...) may be.
///
/// # Errors
/// A table cannot be read, or does not make a pack.
pub fn shipped(
    name: &str,
    system: CodeSystem,
    table: impl Fn(&str) -> Option<String>,
) -> Result<Vec<u8>, BuildError> {
    let rows = table(&format!("{name}.tsv")).ok_or(BuildError::Source(0))?;
    let mut builder = PackBuilder::from_source(name, system, &rows)?;
    if system == CodeSystem::Icd10Cm {
        builder.levels();
    }
    if let Some(notes) = table(&format!("{name}_notes.tsv")) {
        builder.read_notes(&notes)?;
    }
    if let Some(synonyms) = table(&format!("{name}_synonyms.tsv")) {
        builder.read_synonyms(&synonyms)?;
    }
    builder.build()
}

/// First and last day, flags.
type Times = Vec<(Option<Date>, Option<Date>, CodeFlags)>;

impl PackBuilder {
    /// Begins a pack with a table of rows; edition, day and source are in its header.
    ///
    /// # Errors
    /// A line cannot be read.
    pub fn from_source(name: &str, system: CodeSystem, rows: &str) -> Result<Self, BuildError> {
        let as_of = header(rows, "as of").parse().map_err(|_| BuildError::Source(1))?;
        let mut builder = Self::new(name, system, &header(rows, "edition"), as_of);
        if let Ok(since) = header(rows, "since").parse() {
            builder.since(since);
        }
        builder.source(&[header(rows, "source"), header(rows, "licence")].join("; "));
        let mut histories: Vec<Times> = Vec::new();
        let mut above = String::new();
        for (number, line) in lines(rows) {
            let read = match line.strip_prefix('=') {
                Some(history) => times(history).map(|it| histories.push(it)),
                None => row(line, &histories, &mut above).map(|it| builder.add(it)),
            };
            read.ok_or(BuildError::Source(number))?;
        }
        Ok(builder)
    }

    /// Takes in a table of notes and sections.
    ///
    /// # Errors
    /// A line cannot be read.
    pub fn read_notes(&mut self, notes: &str) -> Result<(), BuildError> {
        for (number, line) in lines(notes) {
            let wrong = BuildError::Source(number);
            let mut columns = line.split('\t');
            let (Some(at), Some(kind), Some(text)) =
                (columns.next(), columns.next(), columns.next())
            else {
                return Err(wrong);
            };
            let range = at.split_once('-');
            match (range, NOTE_KINDS.iter().find(|it| it.1 == kind)) {
                (Some((first, last)), None) if kind == "section" => self.section(first, last, text),
                (Some(_), Some((kind, _))) => self.section_note(*kind, text),
                (None, Some((kind, _))) => self.note(at, *kind, text),
                _ => return Err(wrong),
            }
        }
        Ok(())
    }

    /// Takes in a table of synonyms.
    ///
    /// # Errors
    /// A line cannot be read.
    pub fn read_synonyms(&mut self, synonyms: &str) -> Result<(), BuildError> {
        for (number, line) in lines(synonyms) {
            let columns: Vec<&str> = line.split('\t').collect();
            match columns.as_slice() {
                [said, meant] => self.synonym(said, meant, ""),
                [said, meant, codes] => self.synonym(said, meant, codes),
                _ => return Err(BuildError::Source(number)),
            }
        }
        Ok(())
    }
}

/// The lines that are no header, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
}

/// A header line and those that continue it.
fn header(text: &str, name: &str) -> String {
    let headers = text.lines().map_while(|line| line.strip_prefix("# "));
    let mut found = headers
        .skip_while(|line| !line.strip_prefix(name).is_some_and(|rest| rest.starts_with(": ")));
    let first = found.next().and_then(|line| line.split_once(": ")).map_or("", |it| it.1);
    let more = found.take_while(|line| line.starts_with("  ")).map(str::trim);
    core::iter::once(first).chain(more).collect::<Vec<_>>().join(" ")
}

fn times(text: &str) -> Option<Times> {
    let periods = text.split(';').filter(|it| !it.is_empty());
    let read = periods.map(|period| {
        let mut words = period.split(' ');
        let (from, to) = words.next()?.split_once('-')?;
        let day = |text: &str| match text {
            "" => Some(None),
            text => Date::from_ccyymmdd(text).map(Some),
        };
        let flags = words.map(CodeFlags::named).collect::<Option<Vec<_>>>()?;
        Some((day(from)?, day(to)?, flags.into_iter().fold(CodeFlags::NONE, CodeFlags::with)))
    });
    read.collect()
}

fn row(line: &str, histories: &[Times], above: &mut String) -> Option<PackRow> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [code, history, head, tail, middle] = columns.as_slice() else { return None };
    let history = histories.get(history.parse::<usize>().ok()?)?;
    let cut = |count: &str| count.parse::<usize>().ok();
    let (head, tail) = (cut(head)?, cut(tail)?);
    let length = above.chars().count();
    let start: String = above.chars().take(head).collect();
    let end: String = above.chars().skip(length.checked_sub(tail)?).collect();
    *above = [&*start, middle, &end].concat();
    let row = PackRow::new(code, above);
    Some(history.iter().fold(row, |row, &(from, to, flags)| row.marked(from, to, flags)))
}
