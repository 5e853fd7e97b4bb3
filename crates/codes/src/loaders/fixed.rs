//! The CMS alpha-numeric file: which HCPCS codes or modifiers, in which words, from when to when?
//!
//! Fixed columns (record layout of the ANWEB file): 1-5 code, of a modifier the last two; 11 what the record is
//! (3 a procedure, 4 its text goes on; 7 and 8 the same of a modifier); 12-91 long text; 269-276 first day,
//! 285-292 last day, zeros for none. Dental codes are the ADA's and only taken where CDT is asked for.

use super::{Row, Wrong, text};
use crate::CodeSystem;

/// Whether a line is laid out so.
pub(super) fn fits(line: &str) -> bool {
    let letters: Vec<char> = line.chars().take(292).collect();
    let kind = matches!(letters.get(10), Some('3' | '4' | '7' | '8'));
    kind && letters.len() >= 292 && text::day_or_none(&part(&letters, 269, 276)).is_ok()
}

pub(super) fn read(file: &str, system: CodeSystem) -> Result<Vec<Row>, (usize, Wrong)> {
    let modifiers = system == CodeSystem::Modifier;
    let (first, more) = if modifiers { ('7', '8') } else { ('3', '4') };
    let mut rows: Vec<Row> = Vec::new();
    for (line, record) in (1..).zip(file.lines()) {
        let letters: Vec<char> = record.chars().take(320).collect();
        let code = part(&letters, 1, 5).trim().to_owned();
        let text = part(&letters, 12, 91).split_whitespace().collect::<Vec<_>>().join(" ");
        let day = |from, to| text::day_or_none(&part(&letters, from, to)).map_err(|it| (line, it));
        match letters.get(10) {
            // Dental codes in a list of HCPCS, and the reverse.
            Some(kind) if *kind == first && is_other(system, &code) => {}
            Some(kind) if *kind == first => {
                rows.push(Row { line, code, text, days: (day(269, 276)?, day(285, 292)?) });
            }
            Some(kind) if *kind == more => {
                if let Some(row) = rows.last_mut().filter(|row| row.code == code) {
                    row.text.push(' ');
                    row.text.push_str(&text);
                } else if !is_other(system, &code) {
                    return Err((line, Wrong::Row));
                }
            }
            Some('3' | '4' | '7' | '8') => {}
            _ if record.trim().is_empty() => {}
            _ => return Err((line, Wrong::Row)),
        }
    }
    Ok(rows)
}

fn is_other(system: CodeSystem, code: &str) -> bool {
    let pair = [CodeSystem::Hcpcs, CodeSystem::Cdt];
    pair.contains(&system) && pair.iter().any(|it| *it != system && it.shapes(code))
}

/// Columns of a record, from 1.
fn part(letters: &[char], from: usize, to: usize) -> String {
    letters.iter().skip(from - 1).take(to + 1 - from).collect()
}
