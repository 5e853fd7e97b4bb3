//! The builder of fee packs: which bytes are rows of relative values, localities and amounts?

use std::collections::BTreeMap;

use superbill_types::Date;

use super::table::{AMOUNT, LOCALITY, MODIFIER, VALUE};
use crate::BuildError;
use crate::frame::{CODE, PARTS, Title, framed, starts};
use crate::pack::number;

/// A procedure and its modifier.
type Key = ([u8; CODE], [u8; MODIFIER]);

/// A row of relative values as the file has it.
pub(crate) struct ValueRow {
    pub(crate) code: [u8; CODE],
    pub(crate) modifier: [u8; MODIFIER],
    pub(crate) status: u8,
    pub(crate) rare_in_office: bool,
    pub(crate) rare_in_facility: bool,
    /// In hundredths: work, expense outside and in a facility, malpractice; then the same three that cap an
    /// image's: expense outside, in a facility, malpractice.
    pub(crate) values: [u32; 7],
    /// In ten-thousandths.
    pub(crate) factor: u32,
    /// Components, multiple, bilateral, assistant, second surgeon, team.
    pub(crate) indicators: [u8; 6],
    pub(crate) global_days: [u8; 3],
    /// Blanks where there is none.
    pub(crate) base: [u8; CODE],
}

/// A locality as the file has it.
pub(crate) struct LocalityRow {
    /// Contractor and number.
    pub(crate) id: [u8; 7],
    /// In thousandths.
    pub(crate) indices: [u32; 3],
    pub(crate) state: String,
    pub(crate) name: String,
}

/// A row of a practice's schedule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SetAmount {
    pub(crate) code: [u8; CODE],
    pub(crate) modifier: [u8; MODIFIER],
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) cents: i64,
}

/// The pack of relative values and localities. A row for the same procedure and modifier replaces the one before.
pub(crate) fn values(
    title: &Title<'_>,
    rows: Vec<ValueRow>,
    localities: &[LocalityRow],
) -> Result<Vec<u8>, BuildError> {
    let rows: BTreeMap<Key, ValueRow> =
        rows.into_iter().map(|row| ((row.code, row.modifier), row)).collect();
    let bytes: Vec<u8> = rows.values().flat_map(value_row).collect();
    let mut places = Vec::with_capacity(LOCALITY * localities.len());
    let mut names = String::new();
    for locality in localities {
        places.extend(locality.id);
        places.extend(locality.indices.iter().flat_map(|it| it.to_le_bytes()));
        names.push_str(&format!("{}\t{}\n", locality.state, locality.name));
    }
    let codes = rows.keys().map(|(code, _)| *code);
    framed(title, &parts(codes, bytes, places, names.into_bytes()))
}

/// The pack of a practice's schedule.
pub(crate) fn amounts(title: &Title<'_>, mut rows: Vec<SetAmount>) -> Result<Vec<u8>, BuildError> {
    rows.sort_unstable();
    rows.dedup();
    let mut bytes = Vec::with_capacity(AMOUNT * rows.len());
    for row in &rows {
        bytes.extend(row.modifier);
        bytes.extend(row.from.map_or(0, number).to_le_bytes());
        bytes.extend(row.to.map_or(u32::MAX, number).to_le_bytes());
        bytes.extend(row.cents.to_le_bytes());
    }
    framed(title, &parts(rows.iter().map(|row| row.code), bytes, Vec::new(), Vec::new()))
}

fn parts(
    of_rows: impl Iterator<Item = [u8; CODE]> + Clone,
    rows: Vec<u8>,
    fourth: Vec<u8>,
    fifth: Vec<u8>,
) -> [Vec<u8>; PARTS - 1] {
    let mut codes: Vec<[u8; CODE]> = of_rows.clone().collect();
    codes.dedup();
    [codes.concat(), starts(&codes, of_rows), rows, fourth, fifth]
}

fn value_row(row: &ValueRow) -> [u8; VALUE] {
    let [components, indicators @ ..] = row.indicators;
    let mut bytes = Vec::with_capacity(VALUE);
    bytes.extend(row.modifier);
    bytes.push(row.status);
    bytes.push(u8::from(row.rare_in_office) | u8::from(row.rare_in_facility) << 1);
    bytes.extend(row.values.iter().flat_map(|it| it.to_le_bytes()));
    bytes.extend(row.factor.to_le_bytes());
    bytes.push(components);
    bytes.extend(row.global_days);
    bytes.extend(indicators);
    bytes.extend(row.base);
    bytes.try_into().expect("the parts of a row are as long as a row")
}
