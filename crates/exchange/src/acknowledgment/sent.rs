//! What was sent: which bytes, and which claim, is each answer about?
//!
//! One pass over the sent file. Interchanges are matched by ISA13, groups by GS01 and GS06, sets by ST02,
//! segments by their position in the set. A claim is the one open at the segment; of a segment before
//! the first claim of its level, such as the subscriber's name, it is that first claim.

use std::collections::BTreeMap;

use superbill_model::{Acknowledgment, SentPlace, SetError};
use superbill_types::{Findings, Phi, Span, Text};
use superbill_x12::{Framer, Place, Segment, Step, Unreadable};

/// Fills in `sent` of every answer whose counterpart is in the sent file.
///
/// # Errors
/// [`Unreadable`] where the sent file cannot be framed.
pub fn find_sent(acknowledgment: &mut Acknowledgment, sent: &[u8]) -> Result<(), Unreadable> {
    let mut search = Search::new(acknowledgment);
    let mut framer = Framer::new();
    let mut findings = Findings::with_limit(0);
    while let Step::Segment(place) = framer.step(sent, true, &mut findings)? {
        let ordinal = framer.envelope().position().ordinal;
        search.segment(place, &framer.segment(sent), ordinal);
    }
    Ok(())
}

/// Group, set, ordinal and error, as indexes of the record.
type Wanted = BTreeMap<u32, Vec<(usize, usize, usize)>>;

struct Search<'a> {
    acknowledgment: &'a mut Acknowledgment,
    group: Option<usize>,
    set: Option<(usize, usize)>,
    /// Errors of the open set by ordinal.
    wanted: Wanted,
    claim: Option<Phi<Text>>,
    /// Errors of the open level that wait for its first claim.
    waiting: Vec<(usize, usize, usize)>,
}

impl<'a> Search<'a> {
    fn new(acknowledgment: &'a mut Acknowledgment) -> Self {
        let (wanted, waiting) = (Wanted::new(), Vec::new());
        Self { acknowledgment, group: None, set: None, wanted, claim: None, waiting }
    }

    fn segment(&mut self, place: Place, segment: &Segment<'_>, ordinal: u32) {
        match place {
            Place::InterchangeHeader => self.interchange(segment),
            Place::GroupHeader => self.open_group(segment),
            Place::SetHeader => self.open_set(segment),
            Place::Body if self.set.is_some() => self.note_claim(segment),
            _ => {}
        }
        if place != Place::Stray
            && let Some(errors) = self.wanted.remove(&ordinal)
            && self.set.is_some()
        {
            self.found(errors, segment);
        }
        match place {
            Place::SetTrailer => self.close_set(segment),
            Place::GroupTrailer => {
                if let Some(group) = self.group.take() {
                    extend(&mut self.acknowledgment.groups[group].sent, segment);
                }
            }
            _ => {}
        }
    }

    fn interchange(&mut self, segment: &Segment<'_>) {
        (self.group, self.set) = (None, None);
        let number = segment.element(13);
        for answer in &mut self.acknowledgment.interchanges {
            if answer.sent.is_none() && answer.control_number.as_bytes() == number {
                answer.sent = Some(place_of(segment.span()));
            }
        }
    }

    fn open_group(&mut self, segment: &Segment<'_>) {
        self.set = None;
        let mut groups = self.acknowledgment.groups.iter_mut();
        self.group = groups.position(|group| {
            group.sent.is_none()
                && group.functional_id.as_bytes() == segment.element(1)
                && same_number(group.control_number.as_bytes(), segment.element(6))
        });
        if let Some(group) = self.group {
            self.acknowledgment.groups[group].sent = Some(place_of(segment.span()));
        }
    }

    fn open_set(&mut self, segment: &Segment<'_>) {
        (self.claim, self.set) = (None, None);
        self.waiting.clear();
        self.wanted.clear();
        let Some(group) = self.group else { return };
        let number = segment.element(2);
        let sets = &mut self.acknowledgment.groups[group].sets;
        let found = sets.iter_mut().enumerate().find(|(_, set)| {
            set.sent.is_none() && same_number(set.control_number.as_bytes(), number)
        });
        let Some((index, set)) = found else { return };
        set.sent = Some(place_of(segment.span()));
        self.set = Some((group, index));
        for (error, ordinal) in set.errors.iter().enumerate() {
            if let Some(ordinal) = ordinal.ordinal {
                self.wanted.entry(ordinal).or_default().push((group, index, error));
            }
        }
    }

    fn close_set(&mut self, segment: &Segment<'_>) {
        self.waiting.clear();
        if let Some((group, set)) = self.set.take() {
            extend(&mut self.acknowledgment.groups[group].sets[set].sent, segment);
        }
    }

    /// CLM and CLP begin a claim; HL ends it.
    fn note_claim(&mut self, segment: &Segment<'_>) {
        match segment.id() {
            b"CLM" | b"CLP" => {
                self.claim = segment.text(1).map(Phi::new);
                for at in core::mem::take(&mut self.waiting) {
                    let claim = self.claim.clone();
                    if let Some(sent) = &mut self.error(at).sent {
                        sent.patient_control_number = claim;
                    }
                }
            }
            b"HL" => {
                self.claim = None;
                self.waiting.clear();
            }
            _ => {}
        }
    }

    fn found(&mut self, errors: Vec<(usize, usize, usize)>, segment: &Segment<'_>) {
        for at in errors {
            let claim = self.claim.clone();
            let unnamed = claim.is_none();
            let error = self.error(at);
            let mut span = segment.span();
            let is_missing = matches!(error.reason.code.as_str(), "3" | "I6" | "I7" | "I8");
            match error.element {
                Some(number) => span = part_span(segment, error, usize::from(number)),
                // What is missing belongs before this segment.
                None if is_missing && error.segment.as_bytes() != segment.id() => {
                    span.end = span.start;
                }
                None => {}
            }
            error.sent = Some(SentPlace { patient_control_number: claim, ..place_of(span) });
            if unnamed {
                self.waiting.push(at);
            }
        }
    }

    fn error(&mut self, (group, set, error): (usize, usize, usize)) -> &mut SetError {
        &mut self.acknowledgment.groups[group].sets[set].errors[error]
    }
}

/// The bytes of an element, or of the part of it that an error names.
fn part_span(segment: &Segment<'_>, error: &SetError, number: usize) -> Span {
    let mut part = segment.element(number);
    let delimiters = segment.delimiters();
    if let (Some(wanted), Some(separator)) = (error.repetition, delimiters.repetition) {
        part = nth(part, separator, wanted).unwrap_or(part);
    }
    if let Some(wanted) = error.component {
        part = nth(part, delimiters.component, wanted).unwrap_or(part);
    }
    if part.is_empty() { segment.element_span(number) } else { segment.span_of(number, part) }
}

fn nth(whole: &[u8], separator: u8, number: u16) -> Option<&[u8]> {
    whole.split(|&byte| byte == separator).nth(usize::from(number).checked_sub(1)?)
}

/// Control numbers are the same with and without leading zeros.
fn same_number(one: &[u8], other: &[u8]) -> bool {
    let strip = |text: &[u8]| text.iter().skip_while(|&&byte| byte == b'0').count();
    one.ends_with(&other[other.len() - strip(other)..]) && strip(one) == strip(other)
}

fn place_of(span: Span) -> SentPlace {
    SentPlace { span: (span.start, span.end), patient_control_number: None }
}

fn extend(place: &mut Option<SentPlace>, segment: &Segment<'_>) {
    if let Some(place) = place {
        place.span.1 = segment.span().end;
    }
}
