//! Claims: what does a file say as records, and which file says these claims?

use serde::{Deserialize, Serialize};
use superbill_exchange::Envelope;
use superbill_exchange::claim::{self, ClaimReader};
use superbill_exchange::remittance::RemittanceReader;
use superbill_model::{Claim, ClaimBatch, ClaimParty, ClaimPayment, OtherSegment, Remittance};
use superbill_types::{Date, DateValue, Findings, Phi};
use superbill_x12::{Delimiters, Framer, Place, Step, Unreadable};

use crate::FindingRecord;
use crate::finding::records;

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
    /// Functional groups.
    pub groups: Vec<GroupRecord>,
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

/// One transaction set. A batch of claims has the fields of a batch; a payment stands in `remittance`; of
/// other transactions only guide, set and number are told.
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
    pub purpose: Option<String>,
    /// The sender's number for the batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Phi<String>>,
    /// Day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// Time it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// `CH` chargeable, `RP` reporting, `31` subrogation; absent means chargeable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<String>,
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
}

/// Any X12 file as records: claims (837) and remittances (835) whole, other transactions by their header.
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn read(bytes: &[u8]) -> Result<ReadReport, Unreadable> {
    let mut framing = Findings::default();
    let mut framer = Framer::new();
    let mut claims = ClaimReader::default();
    let mut payment = RemittanceReader::default();
    let mut interchanges: Vec<InterchangeRecord> = Vec::new();
    while let Step::Segment(place) = framer.step(bytes, true, &mut framing)? {
        let (segment, envelope) = (framer.segment(bytes), framer.envelope());
        claims.segment(place, &segment, envelope);
        let text = |n| segment.text(n).unwrap_or_default().trim_end().to_owned();
        let is_payment = envelope.set_id() == "835";
        match place {
            Place::InterchangeHeader => interchanges.push(InterchangeRecord {
                sender_id: text(6),
                receiver_id: text(8),
                control_number: text(13),
                groups: Vec::new(),
            }),
            Place::GroupHeader => {
                if let Some(last) = interchanges.last_mut() {
                    last.groups.push(GroupRecord { guide: text(8), ..GroupRecord::default() });
                }
            }
            Place::SetHeader => {
                payment = RemittanceReader::default();
                payment.segment(&segment);
                if let Some(sets) = sets(&mut interchanges) {
                    sets.push(TransactionSetRecord {
                        guide: envelope.guide().to_owned(),
                        transaction_set: envelope.set_id().to_owned(),
                        control_number: text(2),
                        ..TransactionSetRecord::default()
                    });
                }
            }
            Place::Body if is_payment => payment.segment(&segment),
            Place::SetTrailer if is_payment => {
                let read = core::mem::take(&mut payment).finish();
                if let Some(set) = sets(&mut interchanges).and_then(|sets| sets.last_mut()) {
                    set.remittance = Some(read);
                }
            }
            _ => {}
        }
    }
    let groups = interchanges.iter_mut().flat_map(|interchange| &mut interchange.groups);
    let all = groups.flat_map(|group| &mut group.transaction_sets);
    for (set, batch) in all.filter(|set| set.transaction_set == "837").zip(claims.finish()) {
        fill(set, batch);
    }
    let found = superbill_exchange::check(bytes, superbill_guides::library())?;
    Ok(ReadReport { interchanges, findings: records(&found) })
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

/// How a file of claims is dated, numbered and addressed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct BuildOptions {
    /// The present moment, such as `2026-11-23T10:00:00Z`.
    pub at: String,
    /// Control number of the interchange, 1 to 999999999; 1 if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// Sender and receiver of the interchange as `qualifier:id`, such as `ZZ:CLINIC`; those of the batch if
    /// absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
    /// See `sender`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
    /// `P` production or `T` test, the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<String>,
    /// Separators of element, component, repetition and segment; `*:^~` if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separators: Option<String>,
}

/// A file of claims, or why there is none.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BuildReport {
    /// Whether everything asked for was written.
    pub accepted: bool,
    /// The file as X12; empty where nothing could be written.
    pub x12: String,
    /// Why something could not be written, each with the path of its field.
    pub findings: Vec<FindingRecord>,
}

/// Writes claims as 837: numbered lines, references in the guide's order, proved against the guide.
#[must_use]
pub fn build(batches: &[ClaimBatch], options: &BuildOptions) -> BuildReport {
    let mut batches = batches.to_vec();
    let first = options.seed.unwrap_or(1);
    let (date, time) = moment(&options.at);
    for (number, batch) in (first..).zip(&mut batches) {
        batch.claims.iter_mut().for_each(claim::prepare);
        if batch.control_number.is_empty() {
            batch.control_number = format!("{number:04}");
        }
        if batch.reference.reveal().is_empty() {
            batch.reference = Phi::new(format!("{number:09}"));
        }
        if batch.date.is_none() {
            batch.date = date.map(DateValue::Day);
        }
        if batch.time.is_none() {
            batch.time = Some(time.clone());
        }
    }
    let envelope = envelope(&batches, options, first, date, time);
    let written = claim::write(&batches, &envelope, superbill_guides::library());
    let (bytes, findings) = match written {
        Ok(bytes) => (Some(bytes), Findings::default()),
        Err(findings) => (None, findings),
    };
    BuildReport {
        accepted: bytes.is_some(),
        x12: bytes.map_or_else(String::new, |it| String::from_utf8_lossy(&it).into_owned()),
        findings: findings.kept().iter().map(FindingRecord::from).collect(),
    }
}

/// Day and time `HHMM` of a moment; midnight where no time is told.
fn moment(at: &str) -> (Option<Date>, String) {
    let clock = at.split_once('T').map_or("", |(_, clock)| clock);
    let digits: String = clock.chars().filter(char::is_ascii_digit).take(4).collect();
    (at.parse().ok(), if digits.len() == 4 { digits } else { "0000".to_owned() })
}

fn envelope(
    batches: &[ClaimBatch],
    options: &BuildOptions,
    control_number: u32,
    date: Option<Date>,
    time: String,
) -> Envelope {
    let party = |told: &Option<String>, party: fn(&ClaimBatch) -> &ClaimParty| match told {
        Some(told) => {
            let (qualifier, id) = told.split_once(':').unwrap_or(("ZZ", told));
            (qualifier.to_owned(), id.to_owned())
        }
        None => {
            let id = batches.first().and_then(|batch| party(batch).identifier.as_ref());
            ("ZZ".to_owned(), id.map_or_else(String::new, |id| id.value.reveal().clone()))
        }
    };
    let delimiters = match options.separators.as_deref().map(str::as_bytes) {
        Some(&[element, component, repetition, segment]) => {
            Delimiters { element, component, repetition: Some(repetition), segment }
        }
        _ => Delimiters::default(),
    };
    Envelope {
        delimiters,
        sender: party(&options.sender, |batch| &batch.submitter),
        receiver: party(&options.receiver, |batch| &batch.receiver),
        date: date.map(Date::ccyymmdd).unwrap_or_default(),
        time,
        control_number: control_number.clamp(1, 999_999_999),
        usage: options.usage.as_deref().and_then(|usage| usage.chars().next()).unwrap_or('T'),
        ..Envelope::default()
    }
}

/// The claims to the next payer: those of a file of claims (837) that a remittance (835) answers, with what
/// its payer did. A claim that should not be billed again, or cannot be, is told among the findings.
///
/// # Errors
/// [`Unreadable`] where the claims (0) or the remittance (1) cannot be framed.
pub fn secondary(
    claims: &[u8],
    remittance: &[u8],
    options: &BuildOptions,
) -> Result<BuildReport, (usize, Unreadable)> {
    let (batches, _) = claim::read(claims).map_err(|error| (0, error))?;
    let remittances = remittances(remittance).map_err(|error| (1, error))?;
    let mut findings = Findings::default();
    let mut next = Vec::new();
    for (index, mut batch) in batches.into_iter().enumerate() {
        let sent = core::mem::take(&mut batch.claims);
        for (place, claim) in sent.iter().enumerate() {
            let Some((payment, remittance)) = answer(claim, &remittances) else { continue };
            match claim::secondary(claim, payment, remittance) {
                Ok(made) => batch.claims.push(made),
                Err(found) => {
                    for mut finding in found.kept().iter().cloned() {
                        let at = format!("batches[{index}].claims[{place}]");
                        finding.location.path = format!("{at}.{}", finding.location.path);
                        findings.push(finding);
                    }
                }
            }
        }
        if !batch.claims.is_empty() {
            (batch.date, batch.time) = (None, None);
            next.push(batch);
        }
    }
    let mut report = BuildReport { accepted: true, x12: String::new(), findings: Vec::new() };
    if !next.is_empty() || findings.total() == 0 {
        report = build(&next, options);
    }
    report.accepted &= findings.errors() == 0;
    report.findings.extend(findings.kept().iter().map(FindingRecord::from));
    Ok(report)
}

/// The last answer to a claim that takes nothing back: a corrected one comes behind what it corrects.
fn answer<'r>(
    claim: &Claim,
    remittances: &'r [Remittance],
) -> Option<(&'r ClaimPayment, &'r Remittance)> {
    let sent = claim.patient_control_number.reveal();
    let all = remittances.iter().flat_map(|one| one.claims().map(move |payment| (payment, one)));
    let ours = all.filter(|(payment, _)| {
        payment.patient_control_number.reveal().eq_ignore_ascii_case(sent) && !payment.is_reversal()
    });
    ours.last()
}

fn remittances(bytes: &[u8]) -> Result<Vec<Remittance>, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut reader = RemittanceReader::default();
    let mut out = Vec::new();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        if framer.envelope().set_id() != "835" {
            continue;
        }
        if matches!(place, Place::SetHeader | Place::Body) {
            reader.segment(&framer.segment(bytes));
        } else if place == Place::SetTrailer {
            out.push(core::mem::take(&mut reader).finish());
        }
    }
    Ok(out)
}
