//! Text of tables: which letters do these bytes mean, which records, which days?

use superbill_types::Date;

/// The text of a file, its lines ended by `\n`. UTF-16 is told by its mark; what is no UTF-8 is Windows-1252,
/// as CMS writes.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]));
            char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        _ => match core::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
        },
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The start of a file, enough to tell what it is; cut at a line's end.
pub(super) fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let end = head.iter().rposition(|byte| *byte == b'\n').filter(|_| bytes.len() > HEAD);
    decoded(end.and_then(|end| head.get(..end)).unwrap_or(head))
}

fn windows(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| SPECIAL.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// The records of a text with a separator: number of the line, fields without blanks around them. Fields in
/// quotes may hold separators and ends of lines.
pub(super) struct Records<'a> {
    reader: csv_core::Reader,
    rest: &'a [u8],
    line: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Self {
        let reader = csv_core::ReaderBuilder::new()
            .delimiter(separator)
            .terminator(csv_core::Terminator::Any(b'\n'))
            // Tables with tabs are written without quoting: a quote in them is an inch.
            .quoting(separator != b'\t')
            .build();
        Self { reader, rest: text.as_bytes(), line: 1 }
    }
}

impl Iterator for Records<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        use csv_core::ReadRecordResult::{End, InputEmpty, OutputEndsFull, OutputFull, Record};
        let blank = self.rest.iter().take_while(|byte| **byte == b'\n').count();
        let line = self.line + blank;
        let (mut text, mut ends) = (vec![0; 512], vec![0; 32]);
        let (mut written, mut fields) = (0, 0);
        loop {
            let (result, read, wrote, ended) =
                self.reader.read_record(self.rest, &mut text[written..], &mut ends[fields..]);
            let (taken, rest) = self.rest.split_at(read);
            self.line += taken.iter().filter(|byte| **byte == b'\n').count();
            (self.rest, written, fields) = (rest, written + wrote, fields + ended);
            match result {
                InputEmpty => {}
                OutputFull => text.resize(2 * text.len(), 0),
                OutputEndsFull => ends.resize(2 * ends.len(), 0),
                Record => break,
                End => return None,
            }
        }
        let starts = core::iter::once(0).chain(ends.iter().copied());
        let spans = starts.zip(ends.iter().copied()).take(fields);
        let field = |(from, to)| String::from_utf8_lossy(&text[from..to]).trim().to_owned();
        Some((line, spans.map(field).collect()))
    }
}

/// A day as owners write it: `20261231`, `2026-12-31`, `12/31/2026`; `Pre-1982` is the first of that year.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let text = text.split_once([' ', 'T']).map_or(text, |it| it.0);
    if let Some(year) = text.strip_prefix("Pre-") {
        return Date::new(year.parse().ok()?, 1, 1);
    }
    let mut parts = text.split('/').map(|part| part.parse::<u32>().ok());
    if let (Some(Some(month)), Some(Some(day)), Some(Some(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        return Date::new(i32::try_from(year).ok().filter(|it| *it > 999)?, month, day);
    }
    Date::from_ccyymmdd(text).or_else(|| text.parse().ok())
}

/// The same, where nothing, zeros and `*` mean no day; an error where it is neither.
pub(super) fn day_or_none(text: &str) -> Result<Option<Date>, super::Wrong> {
    match text.trim() {
        "" | "*" | "00000000" => Ok(None),
        text => day(text).map(Some).ok_or(super::Wrong::Day),
    }
}

/// The day before.
pub(super) fn before(day: Date) -> Option<Date> {
    let (year, month, day) = day.parts();
    let (year, month) = match (day, month) {
        (2.., _) => return Date::new(year, month, day - 1),
        (_, 2..) => (year, month - 1),
        _ => (year - 1, 12),
    };
    (28..=31).rev().find_map(|last| Date::new(year, month, last))
}

/// Bytes that are looked at to tell what a file is.
const HEAD: usize = 1 << 16;

/// What Windows-1252 has from 0x80 to 0x9F.
const SPECIAL: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
