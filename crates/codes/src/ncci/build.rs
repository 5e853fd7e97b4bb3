//! The builder of NCCI packs: what do the files that CMS publishes say?
//!
//! - Pairs (`ccipra-*.txt`, `ccioph-*.txt`, up to four parts a table): a copyright line, blank lines, a header,
//!   then rows between tabs: column 1, column 2, `*` where older than 1996, first day, day it ends or `*`,
//!   indicator 0, 1 or 9, rationale. A pair is in force from its first day up to, not including, the day it
//!   ends; indicator 9 and pairs that end as they begin never were.
//! - Limits (`MCR_MUE_*.csv`): copyright lines, a header, then code, units, how it is applied (`1 Line Edit`,
//!   `2 Date of Service Edit: Policy`, `3 Date of Service Edit: Clinical`), rationale.
//! - Add-ons (`AOC_V*-MCR`, the workbook saved as text with tabs or commas): a copyright line, a header, then
//!   type 1, 2 or 3, add-on, day the add-on ended, primary (`CCCCC`: the payer decides), day the primary
//!   ended, first and last day, notes. Days are year and day of the year (`2026091`).
//!
//! Rationales and notes are left out.

use std::collections::BTreeMap;

use superbill_types::Date;

use super::NcciSetting;
use super::table::{ADD_ON, PERIOD, SPARE, bits};
use crate::BuildError;
use crate::frame::{CODE, Kind, PARTS, Title, framed, starts};
use crate::pack::number;

/// A code of five characters.
type Code = [u8; CODE];
/// Last day of what lasts.
const OPEN: u32 = 99_999_999;
/// Most rows of one table.
const MOST: usize = 1 << 24;

/// Makes packs of one quarter's files.
///
/// ```
/// use superbill_codes::{CodeBooks, NcciBuilder, NcciSetting, PairAnswer};
/// use superbill_types::Date;
///
/// let file = "Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale\n\
///     G0439\tG0438\t\t20110101\t*\t0\tMutually exclusive procedures\n";
/// let builder = NcciBuilder::new("2026 Q4", "cms.gov, Medicare NCCI").ok_or("a quarter")?;
/// let pack = builder.pairs(NcciSetting::Practitioner, &[file.as_bytes()])?;
///
/// let mut books = CodeBooks::default();
/// books.load(pack)?;
/// let day = Date::new(2026, 11, 23).ok_or("a day")?;
/// let denied = PairAnswer::Denied { modifier_allowed: false, quarter: "2026 Q4".to_owned() };
/// assert_eq!(books.pair(NcciSetting::Practitioner, "G0439", "G0438", day), denied);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct NcciBuilder {
    quarter: String,
    as_of: Date,
    source: String,
}

impl NcciBuilder {
    /// For the files of a quarter (`2026 Q4`); `source` says where they came from, in one line. None where
    /// the quarter is not written so.
    #[must_use]
    pub fn new(quarter: &str, source: &str) -> Option<Self> {
        let (year, part) = quarter.split_once(" Q")?;
        let part: u32 = part.parse().ok().filter(|it| (1..=4).contains(it))?;
        let last = if part == 1 || part == 4 { 31 } else { 30 };
        let as_of = Date::new(year.parse().ok()?, 3 * part, last)?;
        Some(Self { quarter: super::quarter(as_of), as_of, source: source.to_owned() })
    }

    /// The pack of a table of pairs; `files` are its parts.
    ///
    /// # Errors
    /// The number of the line, from 1, that cannot be read.
    pub fn pairs(&self, setting: NcciSetting, files: &[&[u8]]) -> Result<Vec<u8>, BuildError> {
        let mut pairs = Vec::new();
        for file in files {
            read_pairs(file, &mut pairs)?;
        }
        let mut codes: Vec<Code> = pairs.iter().flat_map(|it| [it.column1, it.column2]).collect();
        codes.sort_unstable();
        codes.dedup();
        let mut periods: Vec<Period> = pairs.iter().map(|it| it.period).collect();
        periods.sort_unstable();
        periods.dedup();
        pairs.sort_unstable_by_key(|it| (it.column1, it.column2, it.period));
        pairs.dedup();
        let starts = starts(&codes, pairs.iter().map(|it| it.column1));
        let (code_bits, period_bits) = (bits(codes.len()), bits(periods.len()));
        let mut rows = BitWriter::default();
        for pair in &pairs {
            let code = codes.binary_search(&pair.column2).unwrap_or_default() as u64;
            let period = periods.binary_search(&pair.period).unwrap_or_default() as u64;
            rows.push(code << period_bits | period, code_bits + period_bits);
        }
        let mut spans = Vec::with_capacity(PERIOD * periods.len());
        for (from, until, indicator) in periods {
            spans.extend(from.to_le_bytes());
            spans.extend(until.to_le_bytes());
            spans.push(indicator);
        }
        let parts = [codes.concat(), starts, spans, rows.finish(), Vec::new()];
        self.pack(Kind::Pairs, Some(setting), &parts)
    }

    /// The pack of a table of limits.
    ///
    /// # Errors
    /// The number of the line, from 1, that cannot be read.
    pub fn unit_limits(&self, setting: NcciSetting, file: &[u8]) -> Result<Vec<u8>, BuildError> {
        let mut limits = BTreeMap::new();
        for (line, fields) in rows(file, ',') {
            let [code, units, rule, ..] = fields.as_slice() else { continue };
            let Some(code) = code_of(code) else {
                if limits.is_empty() {
                    continue;
                }
                return Err(BuildError::Source(line));
            };
            let rule = match rule.bytes().next() {
                Some(digit @ b'1'..=b'3') => u32::from(digit - b'1'),
                _ => return Err(BuildError::Source(line)),
            };
            let units: Option<u32> = units.parse().ok().filter(|it| *it < 1 << 29);
            let units = units.ok_or(BuildError::Source(line))?;
            limits.insert(code, units * 4 + rule);
        }
        if limits.is_empty() {
            return Err(BuildError::Source(1));
        }
        let codes: Vec<Code> = limits.keys().copied().collect();
        let values = limits.values().flat_map(|it| it.to_le_bytes()).collect();
        let parts = [codes.concat(), values, Vec::new(), Vec::new(), Vec::new()];
        self.pack(Kind::Units, Some(setting), &parts)
    }

    /// The pack of the table of add-ons.
    ///
    /// # Errors
    /// The number of the line, from 1, that cannot be read.
    pub fn add_ons(&self, file: &[u8]) -> Result<Vec<u8>, BuildError> {
        let mut found: Vec<(Code, [u8; ADD_ON])> = Vec::new();
        let separator = if file.contains(&b'\t') { '\t' } else { ',' };
        for (line, fields) in rows(file, separator) {
            let [kind, code, ended, primary, primary_ended, from, to, ..] = fields.as_slice()
            else {
                continue;
            };
            let (Some(code), Some(primary)) = (code_of(code), code_of(primary)) else {
                if found.is_empty() {
                    continue;
                }
                return Err(BuildError::Source(line));
            };
            let bad = || BuildError::Source(line);
            let kind = kind.parse().ok().filter(|it| (1..=3u8).contains(it)).ok_or_else(bad)?;
            let from = day_of_year(from, 0).ok_or_else(bad)?;
            let ends = [ended, primary_ended, to].map(|it| day_of_year(it, OPEN));
            let to =
                ends.into_iter().try_fold(OPEN, |min, it| Some(min.min(it?))).ok_or_else(bad)?;
            let mut row = [kind; ADD_ON];
            let days = [from.to_le_bytes(), to.to_le_bytes()].concat();
            for (byte, value) in row.iter_mut().zip(primary.iter().chain(&days)) {
                *byte = *value;
            }
            found.push((code, row));
        }
        if found.is_empty() {
            return Err(BuildError::Source(1));
        }
        found.sort_unstable();
        found.dedup();
        let mut codes: Vec<Code> = found.iter().map(|(code, _)| *code).collect();
        codes.dedup();
        let starts = starts(&codes, found.iter().map(|(code, _)| *code));
        let rows = found.iter().flat_map(|(_, row)| *row).collect();
        let parts = [codes.concat(), starts, rows, Vec::new(), Vec::new()];
        self.pack(Kind::AddOns, None, &parts)
    }

    fn pack(
        &self,
        kind: Kind,
        setting: Option<NcciSetting>,
        parts: &[Vec<u8>; PARTS - 1],
    ) -> Result<Vec<u8>, BuildError> {
        let (edition, as_of, source) = (&*self.quarter, self.as_of, &*self.source);
        framed(&Title { kind, setting, edition, as_of, source, name: "" }, parts)
    }
}

/// First day, day it ends, indicator.
type Period = (u32, u32, u8);

/// A row of a table of pairs.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pair {
    column1: Code,
    column2: Code,
    period: Period,
}

fn read_pairs(file: &[u8], pairs: &mut Vec<Pair>) -> Result<(), BuildError> {
    let mut begun = false;
    for (at, line) in file.split(|byte| *byte == b'\n').enumerate() {
        let mut fields = line.split(|byte| *byte == b'\t').map(<[u8]>::trim_ascii);
        let mut next = || fields.next().unwrap_or_default();
        let (column1, column2) = (code(next()), code(next()));
        let (Some(column1), Some(column2)) = (column1, column2) else {
            // Nothing but the lines above the table, and blank ones, may be no rows.
            if begun && !line.trim_ascii().is_empty() {
                return Err(BuildError::Source(at + 1));
            }
            continue;
        };
        begun = true;
        next();
        let bad = || BuildError::Source(at + 1);
        let from = day(next(), None).ok_or_else(bad)?;
        let until = day(next(), Some(OPEN)).ok_or_else(bad)?;
        let indicator = match next() {
            [digit @ (b'0' | b'1' | b'9')] => *digit - b'0',
            _ => return Err(bad()),
        };
        if from < until && indicator != 9 {
            pairs.push(Pair { column1, column2, period: (from, until, indicator) });
        }
        if pairs.len() > MOST {
            return Err(BuildError::TooMany);
        }
    }
    if begun { Ok(()) } else { Err(BuildError::Source(1)) }
}

fn code(text: &[u8]) -> Option<Code> {
    let code: Code = text.try_into().ok()?;
    let good = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    // `Colum` and the like never: a code has a digit, but for `CCCCC`.
    let some = code.iter().any(u8::is_ascii_digit) || &code == b"CCCCC";
    (some && code.iter().all(good)).then_some(code)
}

fn code_of(text: &str) -> Option<Code> {
    code(text.as_bytes())
}

/// Eight digits; `*` or nothing is `open`.
fn day(text: &[u8], open: Option<u32>) -> Option<u32> {
    match text {
        b"" | b"*" => open,
        _ => Date::from_ccyymmdd(core::str::from_utf8(text).ok()?).map(number),
    }
}

/// Year and day of the year; nothing is `open`.
fn day_of_year(text: &str, open: u32) -> Option<u32> {
    if text.is_empty() || text == "*" {
        return Some(open);
    }
    let whole: u32 = text.parse().ok()?;
    let first = Date::new(i32::try_from(whole / 1000).ok()?, 1, 1)?;
    let days = u64::from(whole % 1000).checked_sub(1).filter(|days| *days < 366)?;
    first.plus_days(days).map(number)
}

/// The lines of a file, from 1, in fields without quotes and blanks around them. Bytes that are no UTF-8 stand
/// in texts that are left out.
fn rows(file: &[u8], separator: char) -> impl Iterator<Item = (usize, Vec<String>)> + '_ {
    let lines = file.split(|byte| *byte == b'\n').enumerate();
    lines.map(move |(at, line)| (at + 1, fields(&String::from_utf8_lossy(line), separator)))
}

fn fields(line: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.trim_end_matches('\r').chars() {
        if letter == '"' {
            quoted = !quoted;
        } else if letter == separator && !quoted {
            fields.push(String::new());
        } else if let Some(field) = fields.last_mut() {
            field.push(letter);
        }
    }
    fields.iter().map(|field| field.trim().to_owned()).collect()
}

/// Writes numbers of a few bits one after another, the lowest bit first.
#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    waiting: u128,
    count: u32,
}

impl BitWriter {
    fn push(&mut self, value: u64, width: u32) {
        self.waiting |= u128::from(value) << self.count;
        self.count += width;
        while self.count >= 8 {
            self.bytes.push((self.waiting & 0xff) as u8);
            self.waiting >>= 8;
            self.count -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push((self.waiting & 0xff) as u8);
        }
        self.bytes.extend([0; SPARE]);
        self.bytes
    }
}
