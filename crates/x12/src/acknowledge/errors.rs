//! Set answers: what is wrong in one transaction set, and is it accepted?

use superbill_types::{Finding, Phi, Severity, sort_by_number};

use super::context::Unit;
use super::frame::kept;
use crate::Writer;

/// The answer to one transaction set, gathered while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct SetAnswer {
    /// AK201 to AK203.
    id: String,
    control_number: String,
    guide: String,
    errors: Vec<SegmentError>,
    /// IK502 to IK506, each once.
    codes: Vec<&'static str>,
    rejected: bool,
}

/// One IK3, with its IK4 where it is about an element.
#[derive(Clone, Debug)]
pub(super) struct SegmentError {
    pub(super) ordinal: u32,
    pub(super) segment: String,
    pub(super) loop_id: String,
    /// IK304; 8 where elements are in error.
    pub(super) code: &'static str,
    pub(super) unit: Option<Unit>,
    pub(super) element: Option<ElementError>,
}

/// One IK4.
#[derive(Clone, Debug)]
pub(super) struct ElementError {
    /// Element, component, repetition, each from 1, 0 for the whole.
    pub(super) at: (u16, u16, u16),
    /// Data element number; empty where none is defined there.
    pub(super) number: String,
    pub(super) code: &'static str,
    /// What was sent; empty where it cannot be repeated.
    pub(super) copy: Phi<String>,
}

/// IK501 and AK901.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Accepted,
    AcceptedWithErrors,
    PartlyRejected,
    Rejected,
}

impl Verdict {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Accepted => "A",
            Self::AcceptedWithErrors => "E",
            Self::PartlyRejected => "P",
            Self::Rejected => "R",
        }
    }
}

/// Most codes that IK5 and AK9 take.
pub(super) const MAX_CODES: usize = 5;

impl SetAnswer {
    /// To a set of this ST01, ST02 and ST03.
    pub(super) fn new(id: String, control_number: String, guide: String) -> Self {
        Self { id, control_number, guide, ..Self::default() }
    }

    /// Takes in an error of a segment.
    pub(super) fn add(&mut self, error: SegmentError, finding: &Finding) {
        let code = error.element.as_ref().map_or(error.code, |element| element.code);
        self.errors.push(error);
        // A guide's own codes begin with I.
        self.add_code(if code.starts_with('I') { "I5" } else { "5" }, finding.severity);
    }

    /// Takes in an IK5 code.
    pub(super) fn add_code(&mut self, code: &'static str, severity: Severity) {
        self.rejected |= severity == Severity::Error;
        if !self.codes.contains(&code) && self.codes.len() < MAX_CODES {
            self.codes.push(code);
        }
    }

    pub(super) fn verdict(&self) -> Verdict {
        match (self.rejected, self.codes.is_empty()) {
            (true, _) => Verdict::Rejected,
            (false, false) => Verdict::AcceptedWithErrors,
            (false, true) => Verdict::Accepted,
        }
    }

    /// Writes AK2 to IK5.
    pub(super) fn write(&mut self, writer: &mut Writer) {
        let Self { id, control_number, guide, errors, .. } = self;
        kept(writer.segment("AK2").element(id).element(control_number).element(guide).end());
        sort_by_number(errors, |error| {
            i64::from(error.ordinal) * 2 + i64::from(error.element.is_some())
        });
        let mut above = None;
        for error in errors.iter() {
            let at = error.element.is_some().then_some(error.ordinal);
            if at.is_none() || at != above {
                error.write(writer);
            }
            above = at;
            if let Some(element) = &error.element {
                element.write(writer);
            }
        }
        let verdict = self.verdict().code();
        writer.segment("IK5").element(verdict);
        for code in &self.codes {
            writer.element(code);
        }
        kept(writer.end());
    }
}

impl SegmentError {
    fn write(&self, writer: &mut Writer) {
        let ordinal = self.ordinal.to_string();
        writer.segment("IK3").element(&self.segment).element(&ordinal);
        kept(writer.element(&self.loop_id).element(self.code).end());
        if let Some(Unit { name, value }) = &self.unit {
            kept(writer.segment("CTX").composite([name, value.reveal().as_str()]).end());
        }
    }
}

impl ElementError {
    fn write(&self, writer: &mut Writer) {
        let (element, component, repetition) = self.at;
        let part = |number: u16, max: u16| match number {
            0 => String::new(),
            _ => number.min(max).to_string(),
        };
        let at = [part(element, 99), part(component, 99), part(repetition, 9999)];
        writer.segment("IK4").composite(at.iter().map(String::as_str));
        kept(writer.element(&self.number).element(self.code).element(self.copy.reveal()).end());
    }
}
