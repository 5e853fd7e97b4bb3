//! Checks: is a segment as its definition in the guide has it?
//!
//! Presence, characters, repetitions, components, relational conditions here; the text of one value in
//! `value`. A segment is scanned once for odd bytes and inner separators; most have none, and their
//! elements are then only measured and looked up.

mod header;
mod report;
pub mod rules;
mod scan;
mod value;

pub(crate) use header::{header, is_zero};
pub(crate) use report::{At, Report};

pub(crate) use scan::Scan;

use crate::guide::{ElementDef, Kind, Library, Note, Plain, Row, Usage, element_text};
use crate::{Delimiters, Segment};

/// Checks the elements of a segment against a definition.
#[inline(always)]
pub(crate) fn check(
    library: &Library,
    row: &Row,
    segment: &Segment<'_>,
    report: &mut Report<'_, '_, '_>,
) {
    let checker = Checker { library, segment };
    let members = library.members(row);
    let count = segment.len();
    let mut present = 0_u64;
    let mut values = segment.values();
    for (number, element) in (1..).zip(members) {
        let Some((value, end)) = values.next() else { break };
        let at = At { element: number as u16, ..At::default() };
        if value.is_empty() {
            if element.usage == Usage::Required {
                checker.report_missing(element, at, report);
            }
            continue;
        }
        present |= 1 << (number & 63);
        let care = report.scan.touches(end - value.len(), end);
        match element.plain {
            _ if care => checker.element(element, value, care, at, report),
            Plain::No => checker.element(element, value, care, at, report),
            Plain::Typed => checker.typed(element, value, b"", at, report),
            _ if checker.is_plain(element, value) => {}
            _ => checker.value(element, value, b"", at, report),
        }
    }
    if count < usize::from(row.last_required) {
        checker.missing_behind(members, count, row, report);
    }
    if count > 0 && segment.element(count).is_empty() || count > members.len() {
        checker.behind_last(members.len(), report);
    }
    for note in library.notes(row) {
        if let Some(position) = broken(note, present) {
            let at = At { element: position.into(), ..At::default() };
            checker.report_note(note, members, at, report);
        }
    }
}

/// The position where a relational condition is broken by what is present.
#[inline]
fn broken(note: &Note, present: u64) -> Option<u8> {
    let found = present & note.mask;
    let leads = present >> (note.positions[0] & 63) & 1 == 1;
    let sound = match note.kind {
        b'P' => found == 0 || found == note.mask,
        b'R' => found != 0,
        b'E' => found & found.wrapping_sub(1) == 0,
        b'C' => !leads || found == note.mask,
        // The first position is one of those found.
        _ => !leads || found & found.wrapping_sub(1) != 0,
    };
    if sound { None } else { broken_at(note, present) }
}

#[cold]
fn broken_at(note: &Note, present: u64) -> Option<u8> {
    let is_there = |position: &u8| present >> (position & 63) & 1 == 1;
    let positions = note.positions().iter().copied();
    match note.kind {
        b'E' => positions.filter(is_there).nth(1),
        b'R' => positions.into_iter().next(),
        _ => positions.into_iter().find(|position| !is_there(position)),
    }
}

/// What the checks of one segment share.
struct Checker<'a, 'b> {
    library: &'a Library,
    segment: &'a Segment<'b>,
}

impl<'b> Checker<'_, 'b> {
    /// Whether a value is sound by the one look that most values need. `false` says nothing.
    #[inline(always)]
    fn is_plain(&self, element: &ElementDef, value: &[u8]) -> bool {
        match element.plain {
            Plain::Text => value.first() != Some(&b' ') && element.fits(value.len()),
            Plain::Code => self.library.codes().contains(element.codes.wrapping_sub(1), value),
            Plain::Number => value::plain_digits(value).is_some_and(|it| element.fits(it)),
            Plain::Typed | Plain::No => false,
        }
    }

    /// An element that is there, and is no plain value.
    #[inline(never)]
    fn element(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        care: bool,
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        if element.usage == Usage::NotUsed {
            self.report(&rules::NOT_USED, element, value, at, report, &[]);
            return;
        }
        if element.kind == Kind::Bytes {
            return;
        }
        if care {
            self.parts(element, value, at, report);
        } else {
            self.one(element, value, at, report);
        }
    }

    /// An element of a segment with odd bytes or inner separators somewhere.
    #[inline]
    fn parts(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let Delimiters { component, repetition, .. } = self.segment.delimiters();
        let mut repetitions = false;
        for (index, &byte) in value.iter().enumerate() {
            if Some(byte) == repetition {
                repetitions = true;
            } else if byte != component && scan::is_odd(byte) {
                let bad = &value[index..=index];
                return self.report(&rules::CHARACTER, element, bad, at, report, &[]);
            }
        }
        if repetitions {
            self.repeated(element, value, at, report);
        } else {
            self.one(element, value, at, report);
        }
    }

    fn repeated(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let separator = self.segment.delimiters().repetition;
        let count = 1 + value.iter().filter(|&&byte| Some(byte) == separator).count();
        if element.repeat < u16::MAX && count > usize::from(element.repeat) {
            let facts = [("count", count.to_string()), ("maximum", element.repeat.to_string())];
            self.report(&rules::REPETITIONS, element, value, at, report, &facts);
            return;
        }
        for (number, part) in (1..).zip(value.split(|&byte| Some(byte) == separator)) {
            let at = At { repetition: number, ..at };
            if !part.is_empty() {
                self.one(element, part, at, report);
            }
        }
    }

    /// One repetition of an element.
    #[inline(always)]
    fn one(&self, element: &ElementDef, value: &'b [u8], at: At, report: &mut Report<'_, '_, '_>) {
        if element.kind == Kind::Composite {
            self.composite(element, value, at, report);
        } else if value.contains(&self.segment.delimiters().component) {
            let facts = [("maximum", "1".to_owned())];
            self.report(&rules::TOO_MANY_COMPONENTS, element, value, at, report, &facts);
        } else {
            self.value(element, value, b"", at, report);
        }
    }

    fn composite(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let Some(row) = self.library.composite(element.parts) else { return };
        let members = self.library.members(row);
        let separator = self.segment.delimiters().component;
        let mut members_left = members.iter();
        let (mut present, mut count) = (0_u64, 0_u16);
        let mut last: &[u8] = b"";
        for part in value.split(|&byte| byte == separator) {
            count = count.saturating_add(1);
            let member = members_left.next();
            let at = At { component: count, ..at };
            match member {
                None if !part.is_empty() => {
                    let facts = [("maximum", members.len().to_string())];
                    self.report(&rules::TOO_MANY_COMPONENTS, element, part, at, report, &facts);
                    return;
                }
                Some(member) if !part.is_empty() => {
                    present |= 1 << (count & 63);
                    if member.usage == Usage::NotUsed {
                        self.report(&rules::NOT_USED, member, part, at, report, &[]);
                    } else if !self.is_plain(member, part) {
                        self.value(member, part, last, at, report);
                    }
                }
                _ => {}
            }
            last = part;
        }
        if present == 0 {
            self.report(
                &rules::COMPOSITE_EMPTY,
                element,
                value,
                At { component: 1, ..at },
                report,
                &[],
            );
            return;
        }
        if last.is_empty() {
            self.report(&rules::TRAILING_SEPARATORS, element, value, at, report, &[]);
        }
        for (number, member) in (1..=row.last_required).zip(members) {
            if member.usage == Usage::Required && present >> (number & 63) & 1 == 0 {
                let at = At { component: number, ..at };
                self.report(&rules::ELEMENT_MISSING, member, value, at, report, &[]);
            }
        }
        for note in self.library.notes(row) {
            if let Some(position) = broken(note, present) {
                let at = At { component: position.into(), ..at };
                self.report_note(note, members, at, report);
            }
        }
    }

    /// Reports an element at some of its bytes.
    #[cold]
    fn report(
        &self,
        rule: &'static superbill_types::Rule,
        element: &ElementDef,
        part: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
        facts: &[(&'static str, String)],
    ) {
        let span = self.segment.span_of(usize::from(at.element), part);
        let mut all = vec![("name", self.name(element))];
        all.extend(facts.iter().cloned());
        report.add(rule, at, span, &all);
    }

    #[cold]
    fn report_missing(&self, element: &ElementDef, at: At, report: &mut Report<'_, '_, '_>) {
        let span = self.segment.element_span(usize::from(at.element));
        report.add(&rules::ELEMENT_MISSING, at, span, &[("name", self.name(element))]);
    }

    /// Required elements behind the end of the segment.
    #[cold]
    fn missing_behind(
        &self,
        members: &[ElementDef],
        count: usize,
        row: &Row,
        report: &mut Report<'_, '_, '_>,
    ) {
        let wanted = usize::from(row.last_required);
        for (number, element) in (1..=wanted).zip(members).skip(count) {
            if element.usage == Usage::Required {
                let at = At { element: number as u16, ..At::default() };
                self.report_missing(element, at, report);
            }
        }
    }

    /// Separators without values, or more elements than there may be, at the end of the segment.
    #[cold]
    fn behind_last(&self, maximum: usize, report: &mut Report<'_, '_, '_>) {
        let count = self.segment.len();
        let value = |&number: &usize| !self.segment.element(number).is_empty();
        if let Some(extra) = (maximum + 1..=count).find(value) {
            let at = At { element: u16::try_from(extra).unwrap_or(u16::MAX), ..At::default() };
            let facts = [("maximum", maximum.to_string())];
            report.add(&rules::TOO_MANY_ELEMENTS, at, self.segment.element_span(extra), &facts);
        } else {
            let last = (0..=count).rev().find(value).unwrap_or(0);
            let mut span = self.segment.span();
            span.start = self.segment.element_span(last).end;
            report.add(&rules::TRAILING_SEPARATORS, At::default(), span, &[]);
        }
    }

    #[cold]
    fn report_note(
        &self,
        note: &Note,
        members: &[ElementDef],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let rule = match note.kind {
            b'P' => &rules::PAIR_BROKEN,
            b'R' => &rules::NONE_OF,
            b'E' => &rules::EXCLUSION_BROKEN,
            b'C' => &rules::CONDITION_BROKEN,
            _ => &rules::LIST_BROKEN,
        };
        let number = if at.component > 0 { at.component } else { at.element };
        let name = members.get(usize::from(number).wrapping_sub(1));
        let positions: Vec<String> = note.positions().iter().map(u8::to_string).collect();
        let facts = [
            ("name", name.map_or_else(String::new, |element| self.name(element))),
            ("positions", positions.join(", ")),
        ];
        report.add(rule, at, self.segment.element_span(usize::from(at.element)), &facts);
    }

    fn name(&self, element: &ElementDef) -> String {
        element_text(self.library, element)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The position told, for each set of elements present.
    fn told(kind: u8, positions: [u8; 3], present: &[u8]) -> Option<u8> {
        let bits = |list: &[u8]| list.iter().fold(0, |bits, at| bits | 1_u64 << at);
        let mut all = [0; Note::MAX];
        all[..3].copy_from_slice(&positions);
        let note = Note { kind, count: 3, positions: all, mask: bits(&positions) };
        broken(&note, bits(present))
    }

    #[test]
    fn relational_conditions_tell_what_is_missing_or_too_much() {
        let at = [2, 3, 5];
        // SYN-14, paired: all or none.
        assert_eq!(told(b'P', at, &[]), None);
        assert_eq!(told(b'P', at, &[2, 3, 5]), None);
        assert_eq!(told(b'P', at, &[2, 5]), Some(3));
        // SYN-15, required: at least one.
        assert_eq!(told(b'R', at, &[5]), None);
        assert_eq!(told(b'R', at, &[1]), Some(2));
        // SYN-16, conditional: the first asks for the others.
        assert_eq!(told(b'C', at, &[3]), None);
        assert_eq!(told(b'C', at, &[2, 3]), Some(5));
        // SYN-17, list conditional: the first asks for one of the others.
        assert_eq!(told(b'L', at, &[2, 5]), None);
        assert_eq!(told(b'L', at, &[2]), Some(3));
        assert_eq!(told(b'L', at, &[3]), None);
        // SYN-18, exclusion: at most one.
        assert_eq!(told(b'E', at, &[3]), None);
        assert_eq!(told(b'E', at, &[2, 5]), Some(5));
    }
}
