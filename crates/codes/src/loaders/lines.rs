//! Lists by lines: a code, a blank or a tab, its text.
//!
//! So the AMA publishes `SHORTU.txt`, `MEDU.txt`, `LONGULF.txt` (blank) and `LONGULT.txt` (tab), below a notice of
//! some thirty lines, and `MODUL.txt` with headings between the modifiers. A code on several lines one after
//! another is one text in parts.

use super::{Row, Wrong};
use crate::CodeSystem;

/// The code and the text of a line; none where the line is no row.
pub(super) fn split(line: &str, system: CodeSystem) -> Option<(&str, &str)> {
    let (code, text) = line.trim_end().split_once([' ', '\t'])?;
    let text = text.trim().trim_matches('"').trim();
    // A separator behind the blank is that of a table with columns.
    let good = text.starts_with(|c: char| !matches!(c, ',' | ';' | '|'));
    (system.shapes(code) && good).then_some((code, text))
}

/// Whether a line can be the first row: a modifier has a digit, since `AS` could begin a sentence.
pub(super) fn begins(line: &str, system: CodeSystem) -> bool {
    split(line, system).is_some_and(|(code, _)| code.bytes().any(|c| c.is_ascii_digit()))
}

pub(super) fn read(file: &str, system: CodeSystem) -> Result<Vec<Row>, (usize, Wrong)> {
    let modifiers = system == CodeSystem::Modifier;
    let mut rows: Vec<Row> = Vec::new();
    let lines = (1..).zip(file.lines()).skip_while(|(_, line)| !begins(line, system));
    for (line, text) in lines {
        let Some((code, text)) = split(text, system) else {
            // Headings stand between modifiers, nothing between procedures.
            if modifiers || text.trim().is_empty() {
                continue;
            }
            return Err((line, Wrong::Row));
        };
        match rows.last_mut() {
            Some(row) if row.code == code => {
                row.text.push(' ');
                row.text.push_str(text);
            }
            _ => rows.push(Row {
                line,
                code: code.to_owned(),
                text: text.to_owned(),
                days: (None, None),
            }),
        }
    }
    Ok(rows)
}
