//! Reading: what does each segment of a claim acknowledgment say?

use superbill_model::{
    AnswerTotal, BatchAnswer, ClaimAcknowledgment, ClaimAnswer, LineAnswer, Name, ProviderAnswer,
    StatusAnswer, StatusReason,
};
use superbill_types::{DateValue, Phi, Text};
use superbill_x12::{Envelope, Place, Segment};

use super::status_reason;
use crate::remittance::read::{money, name, procedure, text};

/// Builds the records from segments as they come.
#[derive(Clone, Debug, Default)]
pub struct ClaimAnswerReader {
    acknowledgments: Vec<ClaimAcknowledgment>,
    level: Level,
    /// The patient of the claims that follow.
    patient: Name,
    reading: bool,
}

/// What a segment is about.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Level {
    #[default]
    Source,
    Batch,
    Provider,
    Patient,
    Claim,
    Line,
}

impl ClaimAnswerReader {
    /// Takes in the next segment, as placed by `envelope`. Sets of other guides are passed over.
    pub fn segment(&mut self, place: Place, segment: &Segment<'_>, envelope: &Envelope) {
        match place {
            Place::SetHeader => {
                let told = [envelope.guide(), envelope.set_guide()];
                self.reading = envelope.set_id() == "277"
                    && told.iter().any(|guide| guide.starts_with("005010X214"));
                if self.reading {
                    self.level = Level::Source;
                    let control_number = (*envelope.set_control_number()).into();
                    let begun = ClaimAcknowledgment { control_number, ..Default::default() };
                    self.acknowledgments.push(begun);
                }
            }
            Place::Body if self.reading => self.body(segment),
            _ => {}
        }
    }

    /// The records.
    #[must_use]
    pub fn finish(self) -> Vec<ClaimAcknowledgment> {
        self.acknowledgments
    }

    fn body(&mut self, segment: &Segment<'_>) {
        let Some(open) = self.acknowledgments.last_mut() else { return };
        match segment.id() {
            b"HL" => return self.hierarchy(segment),
            b"BHT" => {
                open.reference = text(segment, 3);
                open.date = date(segment, 4);
                open.time = segment.text(5);
                return;
            }
            b"NM1" => return self.name(segment),
            b"TRN" => return self.trace(segment),
            b"SVC" => return self.line(segment),
            _ => {}
        }
        match self.level {
            Level::Source => source(open, segment),
            Level::Batch => {
                if let Some(batch) = open.batches.last_mut() {
                    let BatchAnswer { statuses, accepted, rejected, .. } = batch;
                    total(segment, statuses, accepted, rejected);
                }
            }
            Level::Provider => {
                let provider = open.batches.last_mut().and_then(|it| it.providers.last_mut());
                if let Some(provider) = provider {
                    let ProviderAnswer { statuses, accepted, rejected, .. } = provider;
                    total(segment, statuses, accepted, rejected);
                }
            }
            Level::Patient => {}
            Level::Claim => {
                if let Some(claim) = claim(open) {
                    claim_segment(claim, segment);
                }
            }
            Level::Line => {
                if let Some(line) = claim(open).and_then(|claim| claim.lines.last_mut()) {
                    line_segment(line, segment);
                }
            }
        }
    }

    fn hierarchy(&mut self, segment: &Segment<'_>) {
        let Some(open) = self.acknowledgments.last_mut() else { return };
        self.level = match segment.element(3) {
            b"21" => {
                open.batches.push(BatchAnswer::default());
                Level::Batch
            }
            b"19" => {
                batch(open).providers.push(ProviderAnswer::default());
                Level::Provider
            }
            b"PT" => {
                self.patient = Name::default();
                Level::Patient
            }
            _ => Level::Source,
        };
    }

    fn name(&mut self, segment: &Segment<'_>) {
        let Some(open) = self.acknowledgments.last_mut() else { return };
        let name = name(segment);
        match self.level {
            Level::Source => open.source = name,
            Level::Batch => batch(open).receiver = name,
            Level::Provider => provider(open).provider = name,
            _ => self.patient = name,
        }
    }

    fn trace(&mut self, segment: &Segment<'_>) {
        let Some(open) = self.acknowledgments.last_mut() else { return };
        let number = text(segment, 2);
        match self.level {
            Level::Source => open.trace = number,
            Level::Batch => batch(open).reference = number,
            Level::Provider => provider(open).reference = Some(number),
            _ => {
                provider(open).claims.push(ClaimAnswer {
                    patient: self.patient.clone(),
                    patient_control_number: Phi::new(number),
                    ..ClaimAnswer::default()
                });
                self.level = Level::Claim;
            }
        }
    }

    fn line(&mut self, segment: &Segment<'_>) {
        let claim = self.acknowledgments.last_mut().and_then(claim);
        let Some(claim) = claim.filter(|_| matches!(self.level, Level::Claim | Level::Line)) else {
            return;
        };
        self.level = Level::Line;
        claim.lines.push(LineAnswer {
            procedure: procedure(segment, 1).unwrap_or_default(),
            charge_amount: money(segment, 2),
            revenue_code: segment.text(4),
            ..LineAnswer::default()
        });
    }
}

/// The open batch; one without a name where its level is missing, so that nothing is lost.
fn batch(open: &mut ClaimAcknowledgment) -> &mut BatchAnswer {
    if open.batches.is_empty() {
        open.batches.push(BatchAnswer::default());
    }
    let last = open.batches.len() - 1;
    &mut open.batches[last]
}

/// The open provider, likewise.
fn provider(open: &mut ClaimAcknowledgment) -> &mut ProviderAnswer {
    let providers = &mut batch(open).providers;
    if providers.is_empty() {
        providers.push(ProviderAnswer::default());
    }
    let last = providers.len() - 1;
    &mut providers[last]
}

fn claim(open: &mut ClaimAcknowledgment) -> Option<&mut ClaimAnswer> {
    open.batches.last_mut()?.providers.last_mut()?.claims.last_mut()
}

fn source(open: &mut ClaimAcknowledgment, segment: &Segment<'_>) {
    match (segment.id(), segment.element(1)) {
        (b"DTP", b"050") => open.received_date = date(segment, 3),
        (b"DTP", b"009") => open.processed_date = date(segment, 3),
        _ => {}
    }
}

/// STC, QTY and AMT of a batch or provider.
fn total(
    segment: &Segment<'_>,
    statuses: &mut Vec<StatusAnswer>,
    accepted: &mut Option<AnswerTotal>,
    rejected: &mut Option<AnswerTotal>,
) {
    let count = || text(segment, 2).parse().unwrap_or_default();
    match (segment.id(), segment.element(1)) {
        (b"STC", _) => statuses.push(status(segment)),
        (b"QTY", b"90" | b"QA") => accepted.get_or_insert_default().count = count(),
        (b"QTY", b"AA" | b"QC") => rejected.get_or_insert_default().count = count(),
        (b"AMT", b"YU") => accepted.get_or_insert_default().amount = money(segment, 2),
        (b"AMT", b"YY") => rejected.get_or_insert_default().amount = money(segment, 2),
        _ => {}
    }
}

fn claim_segment(claim: &mut ClaimAnswer, segment: &Segment<'_>) {
    match (segment.id(), segment.element(1)) {
        (b"STC", _) => claim.statuses.push(status(segment)),
        (b"REF", b"1K") => claim.payer_claim_number = segment.text(2).map(Phi::new),
        (b"REF", b"D9") => claim.clearinghouse_number = segment.text(2).map(Phi::new),
        (b"REF", b"BLT") => claim.bill_type = segment.text(2),
        (b"DTP", b"472") => (claim.service_from, claim.service_to) = period(segment),
        _ => {}
    }
}

fn line_segment(line: &mut LineAnswer, segment: &Segment<'_>) {
    match (segment.id(), segment.element(1)) {
        (b"STC", _) => line.statuses.push(status(segment)),
        (b"REF", b"FJ") => line.line_control_number = segment.text(2),
        (b"DTP", b"472") => (line.service_from, line.service_to) = period(segment),
        _ => {}
    }
}

fn status(segment: &Segment<'_>) -> StatusAnswer {
    StatusAnswer {
        reasons: [1, 10, 11].into_iter().filter_map(|at| stated(segment, at)).collect(),
        date: date(segment, 2),
        action: segment.text(3),
        charge_amount: money(segment, 4),
        message: segment.text(12).map(Phi::new),
    }
}

fn stated(segment: &Segment<'_>, element: usize) -> Option<StatusReason> {
    let part = |at| Text::from_utf8_lossy(segment.component(element, at));
    let parts = [part(1), part(2), part(3)];
    let any = parts.iter().any(|part| !part.is_empty());
    any.then(|| status_reason(&parts[0], &parts[1], &parts[2]))
}

fn date(segment: &Segment<'_>, element: usize) -> Option<DateValue> {
    segment.text(element).map(|text| DateValue::read(&text))
}

/// The days of a DTP: a range, or one day.
fn period(segment: &Segment<'_>) -> (Option<DateValue>, Option<DateValue>) {
    let days = text(segment, 3);
    match days.split_once('-') {
        Some((from, to)) => (Some(DateValue::read(from)), Some(DateValue::read(to))),
        None => (date(segment, 3), None),
    }
}
