//! Reading: what does each segment of an acknowledgment say?

use superbill_model::{
    Acknowledgment, BusinessUnit, GroupAnswer, InterchangeAnswer, SetAnswer, SetError, Trigger,
};
use superbill_types::Text;
use superbill_x12::{Place, Segment};

use super::reason;

/// Builds the record from segments as they come.
#[derive(Clone, Debug, Default)]
pub struct AcknowledgmentReader {
    acknowledgment: Acknowledgment,
    /// Whether the open set is an acknowledgment.
    inside: bool,
    /// The last IK3, for the IK4 below it, and whether any came.
    above: SetError,
    pending: bool,
}

impl AcknowledgmentReader {
    /// Takes in the next segment. Sets that are no acknowledgments are passed over.
    pub fn segment(&mut self, place: Place, segment: &Segment<'_>) {
        match place {
            Place::InterchangeAcknowledgment => self.interchange(segment),
            Place::SetHeader => self.inside = matches!(segment.element(1), b"999" | b"997"),
            Place::SetTrailer => self.end_error(),
            Place::Body if self.inside => self.body(segment),
            _ => {}
        }
    }

    /// The record.
    #[must_use]
    pub fn finish(mut self) -> Acknowledgment {
        self.end_error();
        self.acknowledgment
    }

    fn interchange(&mut self, segment: &Segment<'_>) {
        let text = |number| segment.text(number).unwrap_or_default();
        self.acknowledgment.interchanges.push(InterchangeAnswer {
            control_number: text(1),
            date: text(2),
            time: text(3),
            status: reason("status", &text(4)),
            note: reason("TA1", &text(5)),
            sent: None,
        });
    }

    fn body(&mut self, segment: &Segment<'_>) {
        let text = |number| segment.text(number).unwrap_or_default();
        let codes = |from, family| -> Vec<_> {
            let codes = (from..=segment.len()).filter_map(|number| segment.text(number));
            codes.map(|code| reason(family, &code)).collect()
        };
        match segment.id() {
            b"AK1" => self.acknowledgment.groups.push(GroupAnswer {
                functional_id: text(1),
                control_number: text(2),
                guide: segment.text(3),
                ..GroupAnswer::default()
            }),
            b"AK2" => {
                let set = SetAnswer {
                    transaction_set: text(1),
                    control_number: text(2),
                    guide: segment.text(3),
                    ..SetAnswer::default()
                };
                self.group().sets.push(set);
            }
            b"IK3" | b"AK3" => self.segment_error(segment),
            b"IK4" | b"AK4" => self.element_error(segment),
            b"CTX" => self.context(segment),
            b"IK5" | b"AK5" => {
                self.end_error();
                let (status, reasons) = (reason("status", &text(1)), codes(2, "set"));
                if let Some(set) = self.group().sets.last_mut() {
                    (set.status, set.reasons) = (status, reasons);
                }
            }
            b"AK9" => {
                self.end_error();
                let (status, reasons) = (reason("status", &text(1)), codes(5, "group"));
                let group = self.group();
                (group.status, group.reasons) = (status, reasons);
                group.included = number(segment.element(2));
                group.received = number(segment.element(3));
                group.accepted = number(segment.element(4));
            }
            _ => {}
        }
    }

    /// IK3: kept until it is known whether elements follow. AK3 may carry several codes.
    fn segment_error(&mut self, segment: &Segment<'_>) {
        self.end_error();
        let mut codes = (4..=segment.len()).filter_map(|number| segment.text(number));
        let error = SetError {
            segment: segment.text(1).unwrap_or_default(),
            ordinal: number(segment.element(2)),
            loop_id: segment.text(3),
            reason: reason("segment", &codes.next().unwrap_or_default()),
            ..SetError::default()
        };
        self.above = error;
        self.pending = true;
        for code in codes {
            let error = SetError { reason: reason("segment", &code), ..self.above.clone() };
            self.push(error);
        }
    }

    /// IK4: says more exactly what its IK3 says with code 8.
    fn element_error(&mut self, segment: &Segment<'_>) {
        if self.above.reason.code != "8" {
            self.end_error();
        }
        self.pending = false;
        let mut position = segment.components(1).map(number::<u16>);
        let mut next = || position.next().flatten().filter(|number| *number > 0);
        let error = SetError {
            element: next(),
            component: next(),
            repetition: next(),
            element_number: segment.text(2),
            reason: reason("element", &segment.text(3).unwrap_or_default()),
            value: segment.text(4).map(Into::into),
            ..self.above.clone()
        };
        self.push(error);
    }

    /// CTX: of the IK3 before any IK4, else of the last IK4.
    fn context(&mut self, segment: &Segment<'_>) {
        let first = segment.repetitions(1).next().unwrap_or(&[]);
        let separator = segment.delimiters().component;
        let mut parts = first.splitn(2, |&byte| byte == separator);
        let mut part = || Text::from_utf8_lossy(parts.next().unwrap_or(&[]));
        let (name, value) = (part(), part());
        let trigger = (name == "SITUATIONAL TRIGGER").then(|| {
            let mut position = segment.components(5).map(number::<u16>);
            Trigger {
                segment: segment.text(2).unwrap_or_default(),
                ordinal: number(segment.element(3)),
                loop_id: segment.text(4),
                element: position.next().flatten(),
                component: position.next().flatten(),
            }
        });
        let pending = self.pending;
        let last = self.acknowledgment.groups.last_mut();
        let last = last.and_then(|group| group.sets.last_mut()?.errors.last_mut());
        let error = match last {
            Some(last) if !pending => last,
            _ => &mut self.above,
        };
        match trigger {
            Some(trigger) => error.triggers.push(trigger),
            None => error.unit = Some(BusinessUnit { name, value: value.into() }),
        }
    }

    /// Files an IK3 without IK4.
    fn end_error(&mut self) {
        if core::mem::take(&mut self.pending) {
            let error = self.above.clone();
            self.push(error);
        }
    }

    fn push(&mut self, error: SetError) {
        if let Some(set) = self.group().sets.last_mut() {
            set.errors.push(error);
        }
    }

    /// The open group; one without a name where AK1 is missing, so that nothing is lost.
    fn group(&mut self) -> &mut GroupAnswer {
        let groups = &mut self.acknowledgment.groups;
        if groups.is_empty() {
            groups.push(GroupAnswer::default());
        }
        let last = groups.len() - 1;
        &mut groups[last]
    }
}

fn number<N: core::str::FromStr>(text: &[u8]) -> Option<N> {
    core::str::from_utf8(text).ok()?.parse().ok()
}
