//! Reports: where is what a check has found?
//!
//! Composes findings only when they will be kept; a check that finds nothing costs nothing here.

use superbill_types::{Finding, Findings, Location, Rule, Severity, Span};

use super::{Scan, rules};
use crate::guide::{Candidate, Child, ElementDef, Guide, Library};
use crate::{Envelope, Segment, Tag, tag};

/// What is open around a segment, for the findings on it.
pub(crate) struct Report<'a, 'b, 'l> {
    pub(crate) segment: &'a Segment<'b>,
    pub(crate) scan: Scan,
    pub(crate) envelope: &'a Envelope,
    /// Control number of the set, kept by the caller: the envelope has let go of it at SE.
    pub(crate) control_number: &'a str,
    pub(crate) findings: &'a mut Findings,
    pub(crate) library: &'l Library,
    /// The loop the segment stands in.
    pub(crate) in_loop: Option<&'l Child>,
    /// Whether the segment is of the envelope: its elements have rules of their own, one finding each.
    pub(crate) header: bool,
    /// The last element a header finding was made on.
    pub(crate) last_element: u16,
    /// All segments of this id that may stand here, of a guide, where the qualifier is of none of them.
    pub(crate) alike: Option<(&'l Guide, &'l [Candidate])>,
}

/// Where in a segment: element, component, repetition, each from 1, 0 for the whole.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct At {
    pub(crate) element: u16,
    pub(crate) component: u16,
    pub(crate) repetition: u16,
}

impl<'l> Report<'_, '_, 'l> {
    /// A finding on bytes of the segment.
    #[cold]
    pub(crate) fn add(
        &mut self,
        rule: &'static Rule,
        at: At,
        span: Span,
        facts: &[(&'static str, String)],
    ) {
        let mut rule = rule;
        if self.header {
            // Mild remarks on spelling have no place in fixed-width headers.
            if rule.severity != Severity::Error || self.last_element == at.element && at.element > 0
            {
                return;
            }
            self.last_element = at.element;
            rule = rules::header_rule(self.segment.tag(), at.element);
        } else if self.segment.tag() == ST && at.element == 2 && rule.severity == Severity::Error {
            // A set that cannot be named is wrong as a whole, not in one element.
            rule = rules::header_rule(ST, 2);
        }
        if !self.findings.has_room() {
            self.findings.push(Finding::new(rule, Location::default()));
            return;
        }
        let mut finding = Finding::new(rule, self.location(at, span));
        for (name, value) in facts {
            finding = finding.with(name, value.clone());
        }
        if self.header {
            finding = finding.with("segment", self.segment.name().to_owned());
        }
        self.findings.push(finding);
    }

    /// A finding on the whole segment.
    pub(crate) fn whole(&mut self, rule: &'static Rule, facts: &[(&'static str, String)]) {
        self.add(rule, At::default(), self.segment.span(), facts);
    }

    /// What each of those segments has at an element or component.
    pub(crate) fn alike(&self, at: At) -> impl Iterator<Item = &'l ElementDef> + use<'l> {
        let library = self.library;
        let (guide, candidates) =
            self.alike.map_or((None, &[][..]), |(guide, all)| (Some(guide), all));
        candidates.iter().filter_map(move |candidate| {
            let row = library.spec(guide?.child(candidate.child)?.spec)?;
            let element = library.members(row).get(usize::from(at.element).checked_sub(1)?)?;
            let Some(part) = usize::from(at.component).checked_sub(1) else { return Some(element) };
            library.members(library.composite(element.parts)?).get(part)
        })
    }

    /// A finding on something that should stand before this segment.
    pub(crate) fn missing(
        &mut self,
        rule: &'static Rule,
        in_loop: Option<&'l Child>,
        segment: &str,
        facts: &[(&'static str, String)],
    ) {
        self.elsewhere(rule, None, At::default(), in_loop, segment, facts);
    }

    /// A finding on another segment than this one: an earlier one of that ordinal and those bytes, or
    /// one that is missing before it.
    #[cold]
    pub(crate) fn elsewhere(
        &mut self,
        rule: &'static Rule,
        place: Option<(u32, Span)>,
        at: At,
        in_loop: Option<&'l Child>,
        segment: &str,
        facts: &[(&'static str, String)],
    ) {
        if !self.findings.has_room() {
            self.findings.push(Finding::new(rule, Location::default()));
            return;
        }
        let start = self.segment.span().start;
        let (ordinal, span) =
            place.unwrap_or((self.envelope.position().ordinal, Span::new(start, start)));
        let location = Location {
            loop_id: self.loop_id(in_loop).into(),
            segment: segment.to_owned().into(),
            ordinal,
            ..self.location(at, span)
        };
        let mut finding = Finding::new(rule, location);
        for (name, value) in facts {
            finding = finding.with(name, value.clone());
        }
        self.findings.push(finding);
    }

    fn loop_id(&self, in_loop: Option<&'l Child>) -> String {
        self.library.loop_text(in_loop).0.to_owned()
    }

    fn location(&self, at: At, span: Span) -> Location {
        let here = self.envelope.locate(self.segment);
        let At { element, component, repetition } = at;
        let location = Location { element, component, repetition, span, ..here };
        if self.control_number.is_empty() {
            return location;
        }
        let position = self.envelope.position();
        Location {
            set: position.set,
            ordinal: position.ordinal,
            transaction_set: self.envelope.told_set_id(),
            control_number: self.control_number.to_owned().into(),
            loop_id: self.loop_id(self.in_loop).into(),
            ..location
        }
    }
}

const ST: Tag = tag(b"ST");
