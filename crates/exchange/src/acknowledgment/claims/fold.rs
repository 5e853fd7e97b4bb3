//! The fold: which claims of a file are accepted, given what was found in it?
//!
//! One pass over the file beside its findings in file order. A finding with a path into the model
//! (`batches[0].claims[2].charge`) concerns that claim; one with bytes concerns the claims of the level it
//! stands in. An error rejects; a warning does not. Where there are more findings than were kept, the claims
//! behind the last one kept are not known to be good, and are not accepted.

use std::collections::BTreeMap;

use superbill_model::{ClaimAcknowledgment, StatusReason};
use superbill_types::{Finding, Findings, Severity, sort_by_number};
use superbill_x12::{
    Delimiters, Framer, PARTY_QUALIFIERS, Place, Segment, Stamp, Step, Unreadable,
};

use super::draft::Draft;
use super::person::clean;
use super::status::{answer, entity_of};
use super::status_reason;
use crate::Envelope;

/// The answers to one interchange.
#[derive(Clone, Debug, Default)]
pub struct ClaimAnswers {
    /// What stands around them: sender and receiver of what came, swapped.
    pub envelope: Envelope,
    /// One answer for each transaction set of claims.
    pub sets: Vec<ClaimAcknowledgment>,
}

/// Answers the claims of a file. `findings` are all that is known to be wrong with it, from any check.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn answer_claims(
    bytes: &[u8],
    findings: &Findings,
    stamp: Stamp,
) -> Result<Vec<ClaimAnswers>, Unreadable> {
    let mut fold = Fold::new(findings, stamp);
    let mut framer = Framer::new();
    let mut ignored = Findings::with_limit(0);
    while let Step::Segment(place) = framer.step(bytes, true, &mut ignored)? {
        fold.segment(place, &framer.segment(bytes), framer.envelope().set_id() == "837");
    }
    fold.close_set();
    fold.answers.retain(|answers| !answers.sets.is_empty());
    Ok(fold.answers)
}

struct Fold<'f> {
    stamp: Stamp,
    /// Findings with bytes, in file order, and how many of them were taken.
    placed: Vec<&'f Finding>,
    taken: usize,
    /// Findings with a path, by batch and, where it names one, claim.
    pathed: BTreeMap<(usize, Option<usize>), Vec<&'f Finding>>,
    /// Where findings are no longer known.
    known_to: Option<u64>,
    answers: Vec<ClaimAnswers>,
    set: Option<Draft>,
    /// Transaction sets of claims begun in the file.
    batches: usize,
    sets: u32,
}

impl<'f> Fold<'f> {
    fn new(findings: &'f Findings, stamp: Stamp) -> Self {
        let errors = findings.kept().iter().filter(|it| it.severity == Severity::Error);
        let (mut placed, mut pathed) = (Vec::new(), BTreeMap::<_, Vec<_>>::new());
        for finding in errors {
            match of_path(&finding.location.path) {
                Some(at) => pathed.entry(at).or_default().push(finding),
                None => placed.push(finding),
            }
        }
        // What is missing before a segment is told before what is wrong with it.
        sort_by_number(&mut placed, |it| {
            it.location.span.start.cast_signed() * 2 + i64::from(!is_missing(it))
        });
        let hidden = findings.total() > findings.kept().len() as u64;
        let last = findings.kept().iter().map(|it| it.location.span.start).max();
        Self {
            stamp,
            placed,
            taken: 0,
            pathed,
            known_to: hidden.then_some(last.unwrap_or(0)),
            answers: Vec::new(),
            set: None,
            batches: 0,
            sets: 0,
        }
    }

    fn segment(&mut self, place: Place, segment: &Segment<'_>, of_claims: bool) {
        let span = segment.span();
        self.take(|it| {
            let start = it.location.span.start;
            start < span.start || (start == span.start && is_missing(it))
        });
        match place {
            Place::InterchangeHeader => {
                self.close_set();
                self.answers
                    .push(ClaimAnswers { envelope: self.envelope(segment), sets: Vec::new() });
            }
            Place::GroupHeader | Place::GroupTrailer | Place::InterchangeTrailer => {
                self.close_set();
            }
            Place::SetHeader => {
                self.close_set();
                if of_claims {
                    self.sets += 1;
                    self.set = Some(Draft::new(segment, self.stamp, self.sets));
                }
            }
            Place::Body => {
                if let Some(set) = &mut self.set {
                    set.segment(segment);
                    if self.known_to.is_some_and(|end| span.start > end) {
                        set.doubt(status_reason("A3", "21", ""));
                    }
                }
            }
            Place::SetTrailer => {
                if let Some(set) = &mut self.set {
                    set.leave_levels();
                }
            }
            _ => {}
        }
        self.take(|it| it.location.span.start <= span.end);
        if place == Place::SetTrailer {
            self.close_set();
        }
    }

    /// Takes the next findings as long as they fit, and files them at the open level.
    fn take(&mut self, fits: impl Fn(&Finding) -> bool) {
        while let Some(finding) = self.placed.get(self.taken).filter(|it| fits(it)) {
            self.taken += 1;
            // What is wrong with the envelope is answered by its own acknowledgments.
            if let Some(set) = self.set.as_mut().filter(|_| finding.location.set > 0) {
                let reason = answer(finding, set.qualifier(), set.entity());
                set.add(reason);
            }
        }
    }

    fn close_set(&mut self) {
        let Some(mut set) = self.set.take() else { return };
        let batch = self.batches;
        self.batches += 1;
        let found = self.pathed.range((batch, None)..(batch + 1, None));
        for ((_, claim), findings) in found {
            for finding in findings {
                let path = &finding.location.path;
                set.add_to(*claim, line_of(path), answer(finding, "", entity_of(path)));
            }
        }
        if let Some(answers) = self.answers.last_mut() {
            answers.sets.push(set.finish());
        }
    }

    fn envelope(&self, header: &Segment<'_>) -> Envelope {
        let received = header.delimiters();
        let free =
            |byte: &u8| ![received.element, received.component, received.segment].contains(byte);
        let repetition = received.repetition.or_else(|| b"^!|}".iter().copied().find(free));
        let delimiters = Delimiters { repetition, ..received };
        let party = |qualifier: usize, id: usize| {
            let id = clean(header.element(id), 15, delimiters);
            let qualifier = clean(header.element(qualifier), 2, delimiters);
            let known = PARTY_QUALIFIERS.contains(&qualifier.as_str());
            (
                if known { qualifier.into() } else { "ZZ".to_owned() },
                if id.len() < 2 { "UNKNOWN".to_owned() } else { id.into() },
            )
        };
        let Stamp { date, hour, minute, number } = self.stamp;
        Envelope {
            delimiters,
            sender: party(7, 8),
            receiver: party(5, 6),
            date: date.ccyymmdd(),
            time: format!("{hour:02}{minute:02}"),
            control_number: number.saturating_add(self.answers.len() as u32),
            usage: if header.element(15) == b"T" { 'T' } else { 'P' },
            ..Envelope::default()
        }
    }
}

/// Whether a finding is about something that should stand before the segment it was made on.
fn is_missing(finding: &Finding) -> bool {
    matches!(finding.rule.acknowledgment, "IK3:3" | "IK3:I7")
}

/// The batch and claim that a path names: of `claims[2].charge` the third claim of the first batch. None where
/// it is no path into claims.
fn of_path(path: &str) -> Option<(usize, Option<usize>)> {
    let batch = index(path, "batches[");
    let claim = index(path, "claims[");
    let is_claims = batch.is_some() || claim.is_some() || path.starts_with("submitter");
    (is_claims || path.starts_with("receiver")).then_some((batch.unwrap_or(0), claim))
}

fn line_of(path: &str) -> Option<usize> {
    index(path, "lines[")
}

fn index(path: &str, list: &str) -> Option<usize> {
    path.split_once(list)?.1.split_once(']')?.0.parse().ok()
}

/// That the lines say why.
pub(super) fn see_lines() -> StatusReason {
    status_reason("A3", "247", "")
}
