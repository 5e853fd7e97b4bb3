//! Editions: of which edition is a table, and up to which day is it complete?
//!
//! What is asked for counts; else the file's name, where its owner writes it there. An edition is complete up
//! to its last day; of NUCC's, which are named by version, up to the first.

use superbill_types::Date;

use super::{LoadOptions, TableFile, bad};
use crate::quarter;

/// The edition in its owner's words, and the day up to which its changes are in it.
pub(super) struct Edition {
    pub(super) name: String,
    pub(super) as_of: Date,
}

/// None where nothing says it.
pub(super) fn of(files: &[TableFile<'_>], options: &LoadOptions) -> Option<Edition> {
    let name = options.edition.as_deref().map(str::trim).filter(|it| !it.is_empty());
    let named = || files.iter().find_map(|file| of_name(bad::last(file.name)));
    let name = name.map(|name| of_name(name).unwrap_or_else(|| name.to_owned())).or_else(named);
    let as_of = options.as_of.or_else(|| last_day(name.as_deref()?))?;
    Some(Edition { name: name.unwrap_or_else(|| as_of.to_string()), as_of })
}

/// The quarter of an NCCI table (`2026 Q4`); that of the day asked for, where no edition says it.
pub(super) fn quarter_of(files: &[TableFile<'_>], options: &LoadOptions) -> Option<String> {
    let said = of(files, options).map(|it| it.name).filter(|name| name.contains(" Q"));
    said.or_else(|| options.as_of.map(quarter))
}

/// The last day of an edition that is a year, a quarter or a fiscal year; the day of a version of NUCC's.
fn last_day(edition: &str) -> Option<Date> {
    if let Some(year) = edition.strip_prefix("FY") {
        return Date::new(year.parse().ok()?, 9, 30);
    }
    if let Some((year, quarter)) = edition.split_once(" Q") {
        let quarter: u32 = quarter.parse().ok().filter(|it| (1..=4).contains(it))?;
        let last = if quarter == 1 || quarter == 4 { 31 } else { 30 };
        return Date::new(year.parse().ok()?, 3 * quarter, last);
    }
    if let Some((year, half)) = edition.split_once('.') {
        let year: i32 = year.parse().ok().filter(|it| (0..100).contains(it))?;
        return Date::new(2000 + year, if half == "0" { 1 } else { 7 }, 1);
    }
    Date::new(edition.parse().ok().filter(|it| (1980..2100).contains(it))?, 12, 31)
}

/// The edition that a file's name says.
fn of_name(name: &str) -> Option<String> {
    let name = name.to_ascii_uppercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let after = |at: usize, by: usize| words.get(at + by).copied().unwrap_or_default();
    words.iter().enumerate().find_map(|(at, word)| {
        if let Some(year) = word.strip_prefix("HCPC").filter(|year| year.len() == 4) {
            let month = MONTHS.iter().position(|it| after(at, 1) == *it)?;
            return Some(format!("{} Q{}", year.parse::<u32>().ok()?, month / 3 + 1));
        }
        if let Some(year) = word.strip_prefix("PPRRVU") {
            let year: u32 = year.parse().ok().filter(|it| matches!(it, 0..100 | 1992..2100))?;
            let year = if year < 100 { 2000 + year } else { year };
            let month = MONTHS.iter().position(|it| after(at, 1).starts_with(it));
            let quarter = month.map_or(String::new(), |it| format!(" Q{}", it / 3 + 1));
            return Some(format!("{year}{quarter}"));
        }
        if *word == "EFF" {
            let [month, day, year] = [1, 2, 3].map(|by| after(at, by).parse::<u32>().ok());
            return Some(quarter(Date::new(i32::try_from(year?).ok()?, month?, day?)?));
        }
        if *word == "TAXONOMY" {
            let version = after(at, 1);
            let (year, half) = version.split_at_checked(2).filter(|_| version.len() == 3)?;
            return Some(format!("{}.{half}", year.parse::<u32>().ok()?));
        }
        if word.starts_with("CCI") {
            // Version 320 is the first quarter of 2026.
            let version: u32 = after(at, 1).strip_prefix('V')?.get(..3)?.parse().ok()?;
            let quarters = (2026 * 4 + version).checked_sub(320)?;
            return Some(format!("{} Q{}", quarters / 4, quarters % 4 + 1));
        }
        let (year, part) = word.trim_start_matches('V').split_once('Q')?;
        let known = year.len() == 4 && matches!(part, "1" | "2" | "3" | "4");
        known.then(|| year.parse::<u32>().ok().map(|year| format!("{year} Q{part}")))?
    })
}

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_editions() {
        for (name, edition) in [
            ("HCPC2026_JUL_ANWEB_06172026.txt", Some("2026 Q3")),
            ("ccipra-v323r0-f1.TXT", Some("2026 Q4")),
            ("ccioph-v312r1-f4.TXT", Some("2024 Q1")),
            ("MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", Some("2026 Q4")),
            ("AOC_V2026Q2-MCR.txt", Some("2026 Q2")),
            ("nucc_taxonomy_251.csv", Some("25.1")),
            ("PPRRVU2026_Jan_nonQPP.csv", Some("2026 Q1")),
            ("PPRRVU25_OCT.csv", Some("2025 Q4")),
            ("SHORTU.txt", None),
            ("HCPC2026.txt", None),
            ("eff-13-41-2026 v2026q9 cci-v9 taxonomy-é", None),
        ] {
            assert_eq!(of_name(name).as_deref(), edition, "{name}");
        }
    }

    #[test]
    fn editions_have_a_last_day() {
        let told = |edition| last_day(edition).map(|day| day.to_string());
        assert_eq!(told("2026").as_deref(), Some("2026-12-31"));
        assert_eq!(told("2026 Q3").as_deref(), Some("2026-09-30"));
        assert_eq!(told("FY2027").as_deref(), Some("2027-09-30"));
        assert_eq!(told("25.1").as_deref(), Some("2025-07-01"));
        assert_eq!((told("26"), told("2026 Q5"), told("spring")), (None, None, None));
    }
}
