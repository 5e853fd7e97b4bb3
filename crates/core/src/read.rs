//! Reading: what does a file of any transaction say as records?
//!
//! Claims, remittances and acknowledgments become the model's records; of every other transaction each loop,
//! segment and element is told with its name, so that nothing read is lost.

use serde::Serialize;
use superbill_exchange::acknowledgment::AcknowledgmentReader;
use superbill_exchange::acknowledgment::claims::ClaimAnswerReader;
use superbill_exchange::claim::ClaimReader;
use superbill_exchange::remittance::RemittanceReader;
use superbill_model::{
    Claim, ClaimAcknowledgment, ClaimBatch, ClaimParty, GroupAnswer, InterchangeAnswer,
    OtherSegment, Remittance,
};
use superbill_types::{DateValue, Findings, Phi, Text};
use superbill_x12::{Describer, Envelope, Framer, Place, Segment, SegmentNote, Step, Unreadable};

use crate::finding::records;
use crate::remit::{note_wrapped, wrapped};
use crate::segments::element_records;
use crate::{ElementRecord, FindingRecord};

/// A file as records.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReadReport {
    /// Interchanges, in the order of the file.
    pub interchanges: Vec<InterchangeRecord>,
    /// What is wrong, in file order.
    pub findings: Vec<FindingRecord>,
}

/// One interchange.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct InterchangeRecord {
    /// Who sent it, as the header says.
    pub sender_id: String,
    /// Who gets it, as the header says.
    pub receiver_id: String,
    /// Its control number.
    pub control_number: String,
    /// Answers to interchanges (TA1) that stand in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub acknowledgments: Vec<InterchangeAnswer>,
    /// Functional groups.
    pub groups: Vec<GroupRecord>,
    /// Segments outside any transaction set that are nothing of the envelope.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub stray_segments: Vec<LoopSegment>,
}

/// One functional group.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GroupRecord {
    /// Guide the group is written to, such as `005010X222A1`.
    pub guide: String,
    /// Transaction sets.
    pub transaction_sets: Vec<TransactionSetRecord>,
}

/// One transaction set. A batch of claims has the fields of a batch; a payment stands in `remittance`, the
/// answers of an acknowledgment in `acknowledgments`, any other transaction in `content`, beside which the
/// answers of a claim acknowledgment stand in `claim_acknowledgment`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TransactionSetRecord {
    /// Guide it is written to.
    pub guide: String,
    /// Transaction set id, such as `837`.
    pub transaction_set: String,
    /// Its control number.
    pub control_number: String,
    /// `00` original, `18` reissue; absent means original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The sender's number for the batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Phi<Text>>,
    /// Day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// Time it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Text>,
    /// `CH` chargeable, `RP` reporting, `31` subrogation; absent means chargeable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Text>,
    /// Who sends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitter: Option<ClaimParty>,
    /// Who gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<ClaimParty>,
    /// Claims, in the order sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<Claim>>,
    /// Segments of a batch's header that the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub other_segments: Vec<OtherSegment>,
    /// A payment and what it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remittance: Option<Remittance>,
    /// Answers to functional groups (999, 997).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledgments: Option<Vec<GroupAnswer>>,
    /// Answers to claims (277CA).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_acknowledgment: Option<ClaimAcknowledgment>,
    /// Segments outside any loop, and loops, of any other transaction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<LoopRecord>,
}

/// A loop with all that stands in it.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LoopRecord {
    /// Loop id; absent for what stands around all loops.
    #[serde(rename = "loop", skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub loop_id: String,
    /// What it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub name: String,
    /// Its segments, in the order sent.
    pub segments: Vec<LoopSegment>,
    /// The loops in it, in the order sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub loops: Vec<LoopRecord>,
}

/// A segment of a loop.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LoopSegment {
    /// Segment id.
    pub segment: String,
    /// What it is here.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub name: String,
    /// Elements and components that hold a value.
    pub elements: Vec<ElementRecord>,
}

impl From<SegmentNote> for LoopSegment {
    fn from(note: SegmentNote) -> Self {
        let elements = element_records(note.elements, 0);
        Self { segment: note.segment, name: note.name, elements }
    }
}

/// Any X12 file as records.
///
/// ```
/// let report = superbill::read(include_bytes!("../data/sample.835"))?;
/// let set = &report.interchanges[0].groups[0].transaction_sets[0];
/// assert_eq!(set.transaction_set, "835");
/// assert!(set.remittance.is_some());
/// # Ok::<(), superbill::Unreadable>(())
/// ```
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn read(bytes: &[u8]) -> Result<ReadReport, Unreadable> {
    let found = superbill_exchange::check(bytes, superbill_guides::library());
    let (interchanges, findings) = match found {
        Ok(findings) => (interchanges(bytes)?, findings),
        Err(error) => {
            let unwrapped = wrapped(bytes, error).ok_or(error)?;
            let library = superbill_guides::library();
            let mut findings = superbill_exchange::check(&unwrapped.bytes, library)?;
            note_wrapped(&mut findings, &unwrapped);
            (interchanges(&unwrapped.bytes)?, findings)
        }
    };
    Ok(ReadReport { interchanges, findings: records(&findings) })
}

fn interchanges(bytes: &[u8]) -> Result<Vec<InterchangeRecord>, Unreadable> {
    let mut ignored = Findings::with_limit(0);
    let mut framer = Framer::new();
    let mut reader = Reader::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut ignored)? {
        reader.segment(place, &framer.segment(bytes), framer.envelope());
    }
    Ok(reader.finish())
}

/// Hands each segment to the reader of its transaction.
struct Reader {
    interchanges: Vec<InterchangeRecord>,
    /// Reads all claims of the file: their batches are handed out at the end.
    claims: ClaimReader,
    open: Open,
    describer: Describer<'static>,
}

/// The reader of the open transaction set.
enum Open {
    None,
    Claims,
    Remittance(Box<RemittanceReader>),
    Acknowledgment(Box<AcknowledgmentReader>),
    Other(Box<(Loops, ClaimAnswerReader)>),
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            interchanges: Vec::new(),
            claims: ClaimReader::default(),
            open: Open::None,
            describer: Describer::new(superbill_guides::library()),
        }
    }
}

impl Reader {
    fn segment(&mut self, place: Place, segment: &Segment<'_>, envelope: &Envelope) {
        self.claims.segment(place, segment, envelope);
        let note = self.describer.segment(place, segment, envelope);
        let text = |n| segment.text(n).unwrap_or_default().trim_end().to_owned();
        match place {
            Place::InterchangeHeader => self.interchanges.push(InterchangeRecord {
                sender_id: text(6),
                receiver_id: text(8),
                control_number: text(13),
                ..InterchangeRecord::default()
            }),
            Place::InterchangeAcknowledgment => {
                let mut reader = AcknowledgmentReader::default();
                reader.segment(place, segment);
                if let Some(last) = self.interchanges.last_mut() {
                    last.acknowledgments.extend(reader.finish().interchanges);
                }
            }
            Place::GroupHeader => {
                if let Some(last) = self.interchanges.last_mut() {
                    last.groups.push(GroupRecord { guide: text(8), ..GroupRecord::default() });
                }
            }
            Place::SetHeader => {
                self.end_set();
                self.begin_set(segment, envelope);
                self.body(place, segment, envelope, note);
            }
            Place::Body => self.body(place, segment, envelope, note),
            Place::SetTrailer => self.end_set(),
            Place::Stray => {
                if let Some(last) = self.interchanges.last_mut() {
                    last.stray_segments.push(note.into());
                }
            }
            _ => {}
        }
    }

    fn begin_set(&mut self, segment: &Segment<'_>, envelope: &Envelope) {
        self.open = match envelope.set_id() {
            "837" => Open::Claims,
            "835" => Open::Remittance(Box::default()),
            "999" | "997" => Open::Acknowledgment(Box::default()),
            _ => Open::Other(Box::default()),
        };
        let guide = Some(envelope.set_guide()).filter(|own| !own.is_empty());
        if let Some(sets) = sets(&mut self.interchanges) {
            sets.push(TransactionSetRecord {
                guide: guide.unwrap_or(envelope.guide()).to_owned(),
                transaction_set: envelope.set_id().to_owned(),
                control_number: segment.text(2).unwrap_or_default().to_string(),
                ..TransactionSetRecord::default()
            });
        }
    }

    fn body(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        note: SegmentNote,
    ) {
        match &mut self.open {
            Open::None | Open::Claims => {}
            Open::Remittance(reader) => reader.segment(segment),
            Open::Acknowledgment(reader) => reader.segment(place, segment),
            Open::Other(parts) => {
                let (loops, answers) = parts.as_mut();
                loops.segment(note);
                answers.segment(place, segment, envelope);
            }
        }
    }

    /// Also where the trailer is missing: nothing read is lost.
    fn end_set(&mut self) {
        let open = core::mem::replace(&mut self.open, Open::None);
        let Some(set) = sets(&mut self.interchanges).and_then(|sets| sets.last_mut()) else {
            return;
        };
        match open {
            Open::None | Open::Claims => {}
            Open::Remittance(reader) => set.remittance = Some(reader.finish()),
            Open::Acknowledgment(reader) => set.acknowledgments = Some(reader.finish().groups),
            Open::Other(parts) => {
                let (loops, answers) = *parts;
                set.claim_acknowledgment = answers.finish().pop();
                set.content = Some(loops.finish());
            }
        }
    }

    fn finish(mut self) -> Vec<InterchangeRecord> {
        self.end_set();
        let groups = self.interchanges.iter_mut().flat_map(|interchange| &mut interchange.groups);
        let all = groups.flat_map(|group| &mut group.transaction_sets);
        let of_claims = all.filter(|set| set.transaction_set == "837");
        of_claims.zip(self.claims.finish()).for_each(|(set, batch)| fill(set, batch));
        self.interchanges
    }
}

/// The sets of the open group; a set outside any group gets one of its own.
fn sets(interchanges: &mut [InterchangeRecord]) -> Option<&mut Vec<TransactionSetRecord>> {
    let last = interchanges.last_mut()?;
    if last.groups.is_empty() {
        last.groups.push(GroupRecord::default());
    }
    last.groups.last_mut().map(|group| &mut group.transaction_sets)
}

fn fill(set: &mut TransactionSetRecord, batch: ClaimBatch) {
    set.purpose = batch.purpose;
    set.reference = Some(batch.reference);
    set.date = batch.date;
    set.time = batch.time;
    set.usage = batch.usage;
    set.submitter = Some(batch.submitter);
    set.receiver = Some(batch.receiver);
    set.claims = Some(batch.claims);
    set.other_segments = batch.other_segments;
}

/// Loops as they open and close; the first is the transaction set itself.
struct Loops(Vec<LoopRecord>);

impl Default for Loops {
    fn default() -> Self {
        Self(vec![LoopRecord::default()])
    }
}

impl Loops {
    fn segment(&mut self, note: SegmentNote) {
        let around = note.depth.saturating_sub(usize::from(note.begins_loop));
        self.close(around + 1);
        if note.begins_loop {
            self.0.push(LoopRecord {
                loop_id: note.loop_id.clone(),
                name: note.loop_name.clone(),
                ..LoopRecord::default()
            });
        }
        if let Some(open) = self.0.last_mut() {
            open.segments.push(note.into());
        }
    }

    /// Closes loops until so many are open.
    fn close(&mut self, open: usize) {
        while self.0.len() > open.max(1) {
            let Some(closed) = self.0.pop() else { return };
            if let Some(around) = self.0.last_mut() {
                around.loops.push(closed);
            }
        }
    }

    fn finish(mut self) -> LoopRecord {
        self.close(1);
        self.0.pop().unwrap_or_default()
    }
}
