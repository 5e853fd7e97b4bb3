//! Numbers: do the segments that count, HL and LX, count as they should?

use superbill_types::Span;

use super::{Frame, Walker};
use crate::Segment;
use crate::check::{At, Report, rules};
use crate::guide::{Child, Kind};

/// What the HL of an open loop said.
#[derive(Clone, Debug)]
pub(super) struct Level {
    number: u32,
    pub(super) flag: u8,
    pub(super) has_child: bool,
    /// Of HL04.
    span: Span,
    ordinal: u32,
}

impl<'l> Walker<'l> {
    /// Checks a segment that counts the loops of its parent, as LX does.
    pub(super) fn count_on(
        &mut self,
        frame: usize,
        child: &'l Child,
        segment: &Segment<'_>,
        report: &mut Report<'_, '_, 'l>,
    ) {
        let library = self.library;
        let members = library.spec(child.spec).map_or(&[][..], |spec| library.members(spec));
        let Some(element) = members.first() else { return };
        if element.kind != Kind::Counter {
            return;
        }
        let expected = self.frames[frame].counted.saturating_add(1);
        let said = digits(segment.element(1));
        if said.is_some_and(|said| said != expected) {
            let facts = [
                ("name", library.name(element.name).to_owned()),
                ("expected", expected.to_string()),
            ];
            let at = At { element: 1, ..At::default() };
            report.in_loop = Some(child);
            report.add(&rules::COUNTER, at, segment.element_span(1), &facts);
        }
        self.frames[frame].counted = said.unwrap_or(expected);
    }

    /// Checks the numbers of an HL that has just opened its loop.
    pub(super) fn level(&mut self, segment: &Segment<'_>, report: &mut Report<'_, '_, 'l>) {
        report.in_loop = self.here(None).in_loop;
        let expected = self.last_level.saturating_add(1);
        let said = digits(segment.element(1));
        if said != Some(expected) && !segment.element(1).is_empty() {
            let facts = [("expected", expected.to_string())];
            let at = At { element: 1, ..At::default() };
            report.add(&rules::HL_NUMBER, at, segment.element_span(1), &facts);
        }
        self.last_level = said.unwrap_or(expected);
        let own = self.frames.len() - 1;
        let parent = self.frames[..own].iter_mut().rev().find(|frame| frame.level.is_some());
        let mut wrong_flag = None;
        if let Some((frame, level)) = parent.and_then(|f| Some((f.in_loop, f.level.as_mut()?))) {
            if !level.has_child && level.flag == b'0' {
                wrong_flag = Some((level.clone(), frame));
            }
            level.has_child = true;
            if !segment.element(2).is_empty() && digits(segment.element(2)) != Some(level.number) {
                let at = At { element: 2, ..At::default() };
                report.add(&rules::HL_PARENT, at, segment.element_span(2), &[]);
            }
        }
        if let Some((level, in_loop)) = wrong_flag {
            self.wrong_child_flag(&level, in_loop, report);
        }
        self.frames[own].level = Some(Level {
            number: self.last_level,
            flag: segment.element(4).first().copied().unwrap_or(0),
            has_child: false,
            span: segment.element_span(4),
            ordinal: report.envelope.position().ordinal,
        });
    }

    /// The open loop whose HL has this number.
    pub(super) fn open_level(&self, number: &[u8]) -> Option<usize> {
        let number = digits(number)?;
        let is_it = |frame: &Frame<'_>| frame.level.as_ref().is_some_and(|l| l.number == number);
        self.frames.iter().rposition(is_it)
    }

    #[cold]
    pub(super) fn wrong_child_flag(
        &self,
        level: &Level,
        in_loop: Option<&'l Child>,
        report: &mut Report<'_, '_, 'l>,
    ) {
        let at = At { element: 4, ..At::default() };
        let place = Some((level.ordinal, level.span));
        report.elsewhere(&rules::HL_CHILD, place, at, in_loop, "HL", &[]);
    }
}

/// A number of at most nine digits.
fn digits(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(text.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}
