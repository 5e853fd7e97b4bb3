//! Findings: what is wrong with the data, exactly where, and by which rule?
//!
//! A finding never fails a read. Findings are kept in file order, up to a limit; past it they are counted.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::{Rule, Severity, fill, sort_by_number};

extern crate alloc;

/// A range of bytes in the file: `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte, counted from 0 at the start of the file.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
}

impl Span {
    /// From `start` up to `end`.
    #[must_use]
    pub const fn new(start: u64, end: u64) -> Self {
        Self { start, end }
    }
}

/// Where in the file, and in the model, a finding points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// Which functional group of the file, from 1; 0 outside one.
    pub group: u32,
    /// Which transaction set of the file, from 1; 0 outside one.
    pub set: u32,
    /// Transaction set id such as `835`; empty outside one.
    pub transaction_set: Cow<'static, str>,
    /// Transaction set control number (ST02); empty outside one.
    pub control_number: Cow<'static, str>,
    /// Loop id such as `2100`; empty where none applies.
    pub loop_id: Cow<'static, str>,
    /// Segment id such as `CLP`; empty where none applies.
    pub segment: Cow<'static, str>,
    /// Position of the segment in its transaction set, ST = 1; 0 outside a set.
    pub ordinal: u32,
    /// Element number from 1; 0 for the whole segment.
    pub element: u16,
    /// Component number from 1; 0 for the whole element.
    pub component: u16,
    /// Repetition number from 1; 0 where the element does not repeat.
    pub repetition: u16,
    /// The bytes meant.
    pub span: Span,
    /// Path into the model such as `claims[0].services[1].chargeAmount`; empty where none applies.
    pub path: String,
}

/// One named value of a finding. Never a value that identifies a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The place it fills in the rule's message.
    pub name: &'static str,
    /// The value as text.
    pub value: Cow<'static, str>,
}

impl Fact {
    /// A named value.
    pub fn new(name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        Self { name, value: value.into() }
    }
}

/// One thing wrong with the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: &'static Rule,
    /// How bad it is here; the rule's own severity unless a ruleset changed it.
    pub severity: Severity,
    /// Where it is.
    pub location: Location,
    /// What was seen and expected.
    pub facts: Vec<Fact>,
}

impl Finding {
    /// A finding of `rule` at `location`.
    #[must_use]
    pub fn new(rule: &'static Rule, location: Location) -> Self {
        Self { rule, severity: rule.severity, location, facts: Vec::new() }
    }

    /// The same finding with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.facts.push(Fact::new(name, value));
        self
    }

    /// What is wrong, as one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        fill(self.rule.message, &self.facts)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        fill(self.rule.help, &self.facts)
    }
}

/// Findings in the order they were made, up to a limit; the rest are only counted.
#[derive(Clone, Debug)]
pub struct Findings {
    kept: Vec<Finding>,
    limit: usize,
    errors: u64,
    total: u64,
}

impl Default for Findings {
    fn default() -> Self {
        Self::with_limit(Self::LIMIT)
    }
}

impl Findings {
    /// How many findings are kept unless a caller says otherwise.
    pub const LIMIT: usize = 10_000;

    /// An empty list that keeps at most `limit`.
    #[must_use]
    pub fn with_limit(limit: usize) -> Self {
        Self { kept: Vec::new(), limit, errors: 0, total: 0 }
    }

    /// Adds one, or counts it past the limit.
    pub fn push(&mut self, finding: Finding) {
        self.total += 1;
        self.errors += u64::from(finding.severity == Severity::Error);
        if self.kept.len() < self.limit {
            self.kept.push(finding);
        }
    }

    /// Whether one more would be kept: lets a caller skip composing what would only be counted.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.kept.len() < self.limit
    }

    /// The findings kept.
    #[must_use]
    pub fn kept(&self) -> &[Finding] {
        &self.kept
    }

    /// How many were made, kept or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// How many of severity error were made, kept or not.
    #[must_use]
    pub fn errors(&self) -> u64 {
        self.errors
    }

    /// Puts those kept into file order; findings at one byte keep the order they were made in.
    pub fn sort(&mut self) {
        sort_by_number(&mut self.kept, |finding| finding.location.span.start.cast_signed());
    }

    /// Moves every span, where the bytes read were not those of the file.
    pub fn move_spans(&mut self, to: impl Fn(u64) -> u64) {
        for finding in &mut self.kept {
            let span = finding.location.span;
            finding.location.span = Span::new(to(span.start), to(span.end));
        }
    }

    /// Changes where findings point: what they were found in is part of something larger.
    pub fn relocate(&mut self, to: impl FnMut(&mut Location)) {
        self.kept.iter_mut().map(|finding| &mut finding.location).for_each(to);
    }

    /// Keeps only the findings asked for; those past the limit are no longer counted.
    pub fn retain(&mut self, wanted: impl FnMut(&Finding) -> bool) {
        self.kept.retain(wanted);
        self.total = self.kept.len() as u64;
        let errors = self.kept.iter().filter(|f| f.severity == Severity::Error);
        self.errors = errors.count() as u64;
    }

    /// Moves all of `other` behind these.
    pub fn append(&mut self, other: Self) {
        let dropped = other.total - other.kept.len() as u64;
        let dropped_errors = other.errors
            - other.kept.iter().filter(|f| f.severity == Severity::Error).count() as u64;
        for finding in other.kept {
            self.push(finding);
        }
        self.total += dropped;
        self.errors += dropped_errors;
    }
}
