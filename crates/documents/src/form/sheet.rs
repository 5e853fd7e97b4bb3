//! Sheets: how does a value become the characters of a field, and what is told where it cannot?
//!
//! Forms are read by scanners: capitals, digits, few signs (NUCC 1500 manual, print specifications). Words
//! that do not fit are cut; a number or code that does not fit is left out, because a part of a number is
//! another number. Either is a finding. An empty value is none, unless the layout says it is needed.

use superbill_types::{Date, DateValue, Findings, Location, Money, Phi, Rule};

use super::layout::{Field, Layout};
use super::{FormPage, FormText, rules};
use crate::format::visible;
use crate::letters::plain;

/// Which characters a field takes besides capitals and digits, and what becomes of the rest.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    keep: &'static str,
    /// Cut what does not fit; otherwise it is left out.
    cut: bool,
    /// Tell that punctuation was left out.
    tell: bool,
    /// Keep several blanks in a row.
    spaced: bool,
}

/// Names of organisations, streets, cities.
pub(crate) const WORDS: Style = Style { keep: "- ", cut: true, tell: false, spaced: false };
/// Names of persons, with commas between their parts.
pub(crate) const NAME: Style = Style { keep: "-, ", cut: true, tell: false, spaced: false };
/// Remarks.
pub(crate) const NOTE: Style =
    Style { keep: "-,./#()*:;+'%& ", cut: true, tell: false, spaced: true };
/// Codes, of which a point or hyphen is no part: diagnoses, tax and telephone numbers.
pub(crate) const CODE: Style = Style { keep: "", cut: false, tell: false, spaced: false };
/// Identifiers given by others.
pub(crate) const NUMBER: Style = Style { keep: "", cut: false, tell: true, spaced: false };
/// Our own number for the claim: its first part still leads to the claim.
pub(crate) const ACCOUNT: Style = Style { keep: "", cut: true, tell: true, spaced: false };
/// Counts, and texts already in the form's own writing.
pub(crate) const COUNT: Style = Style { keep: ".-/ ", cut: false, tell: false, spaced: false };

/// A form as it is filled in: the last page is the one written on.
pub(crate) struct Sheet {
    layout: &'static Layout,
    claim: usize,
    pages: Vec<FormPage>,
    findings: Findings,
}

impl Sheet {
    /// An empty form for the claim at this place of its batch.
    pub(crate) fn new(layout: &'static Layout, claim: usize) -> Self {
        let pages = vec![FormPage::default()];
        Self { layout, claim, pages, findings: Findings::default() }
    }

    /// Begins the next page with what stands on every page.
    pub(crate) fn next_page(&mut self, head: &FormPage) {
        self.pages.push(head.clone());
    }

    /// The page written on.
    pub(crate) fn page(&self) -> FormPage {
        self.pages.last().cloned().unwrap_or_default()
    }

    /// Pages with their texts row by row, and what was found.
    pub(crate) fn finish(mut self) -> (Vec<FormPage>, Findings) {
        for page in &mut self.pages {
            superbill_types::sort_by_number(&mut page.texts, |text| {
                i64::from(text.y) * 100_000 + i64::from(text.x)
            });
        }
        (self.pages, self.findings)
    }

    /// A finding at a path of the claim.
    pub(crate) fn find(&mut self, rule: &'static Rule, path: &str, facts: &[(&'static str, &str)]) {
        let path = format!("claims[{}].{path}", self.claim);
        let location = Location { path, ..Location::default() };
        let finding = superbill_types::Finding::new(rule, location);
        self.findings.push(
            facts
                .iter()
                .fold(finding, |finding, &(name, value)| finding.with(name, value.to_owned())),
        );
    }

    /// Tells that there are more than the places of a field.
    pub(crate) fn limit(&mut self, field: &str, path: &str, room: usize, count: usize) {
        if count > room {
            let facts = [("room", &*room.to_string()), ("count", &count.to_string())];
            self.find(&rules::TOO_MANY, path, &[("field", field), facts[0], facts[1]]);
        }
    }

    /// Tells that there are no lines, or more than forms are filled with.
    pub(crate) fn check_lines(&mut self, field: &str, most: usize, count: usize) {
        if count == 0 {
            self.find(&rules::FIELD_EMPTY, "lines", &[("field", field)]);
        }
        self.limit(field, "lines", most, count);
    }

    /// Whether the form has a field.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.layout.field(field).is_some()
    }

    /// How many characters a field holds; 0 where the form has none of this name.
    pub(crate) fn room(&self, field: &str) -> usize {
        self.layout.field(field).map_or(0, |(_, field)| field.width)
    }

    /// Writes a value; `path` is where the claim has it.
    pub(crate) fn put(&mut self, field: &str, style: Style, path: &str, value: &str) {
        let Some((id, place)) = self.layout.field(field) else {
            debug_assert!(false, "no field {field}");
            return;
        };
        let Cleaned { mut text, lost, dropped } = clean(value, style);
        if lost > 0 {
            let facts = [("field", id), ("count", &*lost.to_string())];
            self.find(&rules::LETTERS_LOST, path, &facts);
        }
        if dropped && style.tell {
            self.find(&rules::PUNCTUATION_LOST, path, &[("field", id)]);
        }
        if text.is_empty() {
            if place.needed {
                self.find(&rules::FIELD_EMPTY, path, &[("field", id)]);
            }
            return;
        }
        let length = text.len();
        if length > place.width {
            let rule = if style.cut { &rules::TEXT_TOO_LONG } else { &rules::NUMBER_TOO_LONG };
            let (room, length) = (place.width.to_string(), length.to_string());
            self.find(rule, path, &[("field", id), ("room", &room), ("length", &length)]);
            if !style.cut {
                return;
            }
            text.truncate(place.width);
        }
        self.place(id, place, text);
    }

    /// Writes a value that may be absent.
    pub(crate) fn maybe(
        &mut self,
        field: &str,
        style: Style,
        path: &str,
        value: Option<impl AsRef<str>>,
    ) {
        self.put(field, style, path, value.as_ref().map_or("", AsRef::as_ref));
    }

    /// Writes a text over several fields, whole words where they fit; the last is cut.
    pub(crate) fn paragraph(&mut self, fields: &[&str], path: &str, value: &str) {
        let mut rest = value.trim();
        for (index, field) in fields.iter().enumerate() {
            let room = self.room(field);
            let end = rest.char_indices().nth(room).map(|(end, _)| end);
            let (Some(end), true) = (end, index + 1 < fields.len()) else {
                return self.put(field, NOTE, path, rest);
            };
            let (line, _) = rest.split_at(end);
            let (line, _) = line.rsplit_once(' ').unwrap_or((line, ""));
            self.put(field, NOTE, path, line);
            rest = rest.strip_prefix(line).unwrap_or("").trim_start();
        }
    }

    /// Ticks a box.
    pub(crate) fn mark(&mut self, field: &str) {
        self.put(field, CODE, "", "X");
    }

    /// Ticks one of two boxes: `field.yes` or `field.no`.
    pub(crate) fn answer(&mut self, field: &str, yes: bool) {
        self.mark(&format!("{field}.{}", if yes { "yes" } else { "no" }));
    }

    /// Writes dollars and cents without a point, in one field or in `field.dollars` and `field.cents`.
    pub(crate) fn money(&mut self, field: &str, path: &str, amount: Option<Money>) {
        let dollars = format!("{field}.dollars");
        let split = self.has(&dollars);
        let first = if split { &dollars } else { field };
        let Some(amount) = amount else {
            return self.put(first, CODE, path, "");
        };
        let text = amount.to_string();
        let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
        if amount.is_negative() || cents.len() != 2 {
            return self.find(&rules::AMOUNT_UNREADABLE, path, &[("field", field)]);
        }
        if !split {
            return self.put(field, CODE, path, &[whole, cents].concat());
        }
        self.put(first, CODE, path, whole);
        if whole.len() <= self.room(first) {
            self.put(&format!("{field}.cents"), CODE, path, cents);
        }
    }

    /// Writes a day as the form has room for: in parts (`field.mm`, `.dd`, `.yy` or `.yyyy`), or as six,
    /// eight or, with slashes, ten characters.
    pub(crate) fn date(&mut self, field: &str, path: &str, date: Option<&DateValue>) {
        let first = format!("{field}.mm");
        let split = self.has(&first);
        let day = match date {
            None => return self.put(if split { &first } else { field }, CODE, path, ""),
            Some(DateValue::Text(_)) => {
                return self.find(&rules::DATE_UNREADABLE, path, &[("field", field)]);
            }
            Some(DateValue::Day(day)) => *day,
        };
        let (month, date, year) = parts(day);
        if split {
            self.put(&first, CODE, path, &month);
            self.put(&format!("{field}.dd"), CODE, path, &date);
            let long = format!("{field}.yyyy");
            if self.has(&long) {
                return self.put(&long, CODE, path, &year);
            }
            return self.put(&format!("{field}.yy"), CODE, path, year.get(2..).unwrap_or(""));
        }
        let short = year.get(2..).unwrap_or("");
        match self.room(field) {
            10.. => self.put(field, COUNT, path, &[&*month, "/", &date, "/", &year].concat()),
            8 | 9 => self.put(field, CODE, path, &[&*month, &date, &year].concat()),
            _ => self.put(field, CODE, path, &[&*month, &date, short].concat()),
        }
    }

    fn place(&mut self, id: &'static str, place: &Field, text: String) {
        let spare = if place.right { place.width.saturating_sub(text.len()) } else { 0 };
        let spare = i32::try_from(spare).unwrap_or(0);
        let x = place.x + spare * self.layout.column();
        let text = FormText { field: id, text: Phi::new(text), x, y: place.y };
        if let Some(page) = self.pages.last_mut() {
            page.texts.push(text);
        }
    }
}

struct Cleaned {
    text: String,
    /// Letters with no plain writing.
    lost: usize,
    /// Whether punctuation was left out.
    dropped: bool,
}

/// A value in plain capitals, digits and the signs kept.
fn clean(value: &str, style: Style) -> Cleaned {
    let mut cleaned = Cleaned { text: String::with_capacity(value.len()), lost: 0, dropped: false };
    for letter in visible(value) {
        let Some(plain) = plain(letter) else {
            cleaned.lost += 1;
            continue;
        };
        for letter in plain.chars() {
            let blank = letter == ' ';
            let doubled = cleaned.text.is_empty() || cleaned.text.ends_with(' ') && !style.spaced;
            let kept = style.keep.contains(letter);
            if letter.is_ascii_alphanumeric() || kept && !(blank && doubled) {
                cleaned.text.push(letter.to_ascii_uppercase());
            }
            cleaned.dropped |= !letter.is_ascii_alphanumeric() && !blank && !kept;
        }
    }
    // A comma parts names; in front or at the end it parts nothing.
    let ends: &[char] = if style.spaced { &[' '] } else { &[' ', ','] };
    let inner = cleaned.text.trim_matches(ends);
    cleaned.text = inner.to_owned();
    cleaned
}

fn parts(day: Date) -> (String, String, String) {
    let (year, month, date) = day.parts();
    (format!("{month:02}"), format!("{date:02}"), format!("{year:04}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_plain_capitals() {
        for (value, style, expected) in [
            ("J45.909", CODE, "J45909"),
            ("12 Orchard  Rd., #4", WORDS, "12 ORCHARD RD 4"),
            ("Peña-Łopez", WORDS, "PENA-LOPEZ"),
            ("  1.5 ", COUNT, "1.5"),
            ("a\nb\u{202e}c", WORDS, "A BC"),
            (", Li,", NAME, "LI"),
        ] {
            assert_eq!(clean(value, style).text, expected);
        }
        assert_eq!(clean("王 Li", WORDS).lost, 1);
        assert!(clean("A-1", NUMBER).dropped);
    }
}
