//! Claims: which file says these claims, and what does the next payer get?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use superbill_exchange::Envelope;
use superbill_exchange::claim::{self, Limits, Parts};
use superbill_exchange::import::{NotImported, import};
use superbill_exchange::remittance::RemittanceReader;
use superbill_model::{ClaimBatch, ClaimParty, Identifier, Remittance};
use superbill_types::{Date, DateValue, Finding, Findings, Location, Phi, Text};
use superbill_x12::{Delimiters, Framer, Place, Step, Unreadable};

use crate::FindingRecord;

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
    /// Most claims of a transaction set; 5000 if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims_per_set: Option<u32>,
    /// Most bytes of a transaction set, where the partner has such a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_per_set: Option<u32>,
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
    /// What would have been written, to look at and not to send, where it was refused; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub draft: String,
    /// Why something could not be written, each with the path of its field.
    pub findings: Vec<FindingRecord>,
}

/// Writes claims as 837: numbered lines, references in the guide's order, proved against the guide. Claims of one
/// kind and billing provider stand together; a batch beyond a limit becomes several transaction sets.
#[must_use]
pub fn build(batches: &[ClaimBatch], options: &BuildOptions) -> BuildReport {
    build_of(batches.to_vec(), options)
}

/// [`build`] of claims that are needed no more.
fn build_of(batches: Vec<ClaimBatch>, options: &BuildOptions) -> BuildReport {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let (x12, draft, findings) = match written(batches, options) {
        Ok(bytes) => (text(bytes), String::new(), Findings::default()),
        Err(Refused { findings, draft }) => (String::new(), text(draft), findings),
    };
    let findings = findings.kept().iter().map(FindingRecord::from).collect();
    BuildReport { accepted: !x12.is_empty(), x12, draft, findings }
}

/// Why claims were not written, and what would have been.
pub(crate) struct Refused {
    pub(crate) findings: Findings,
    pub(crate) draft: Vec<u8>,
}

/// The bytes of the file that says these claims.
pub(crate) fn written(
    batches: Vec<ClaimBatch>,
    options: &BuildOptions,
) -> Result<Vec<u8>, Refused> {
    let (parts, envelope) = prepared(batches, options);
    let written = claim::write(&parts.batches, &envelope, superbill_guides::library());
    written.map_err(|mut findings| {
        findings.relocate(|at| parts.restore(&mut at.path));
        let draft = claim::write_unchecked(&parts.batches, &envelope);
        Refused { findings, draft: draft.unwrap_or_default() }
    })
}

/// Why the claims cannot be written.
pub(crate) fn unwritable(batches: &[ClaimBatch], options: &BuildOptions) -> Findings {
    let (parts, envelope) = prepared(batches.to_vec(), options);
    let written = claim::write(&parts.batches, &envelope, superbill_guides::library());
    let mut findings = written.map_or_else(|findings| findings, |_| Findings::default());
    findings.relocate(|at| parts.restore(&mut at.path));
    findings
}

/// The claims of a file in any form that is read here as an 837.
///
/// # Errors
/// [`NotImported`] where there are no claims in the file.
pub fn build_file(claims: &[u8], options: &BuildOptions) -> Result<BuildReport, NotImported> {
    let imported = import(claims)?;
    let mut report = build_of(imported.batches, options);
    let not_carried = imported.report.kept().iter().map(FindingRecord::from);
    report.findings.splice(0..0, not_carried);
    Ok(report)
}

/// Batches numbered and dated, with the envelope around them.
pub(crate) fn prepared(batches: Vec<ClaimBatch>, options: &BuildOptions) -> (Parts, Envelope) {
    let usual = Limits::default();
    let most = |told: Option<u32>| told.and_then(|most| usize::try_from(most).ok());
    let claims = most(options.claims_per_set).unwrap_or(usual.claims).clamp(1, usual.claims);
    let limits = Limits { claims, bytes: most(options.bytes_per_set) };
    let mut parts = Parts::of(batches, limits);
    let first = options.seed.unwrap_or(1);
    let (date, time) = moment(&options.at);
    let told = parts.batches.iter().map(|batch| batch.control_number.clone());
    let told: BTreeSet<Text> = told.collect();
    let mut free =
        (first..).map(|number| Text::from(format!("{number:04}"))).filter(|it| !told.contains(it));
    for (number, batch) in (first..).zip(&mut parts.batches) {
        batch.claims.iter_mut().for_each(claim::prepare);
        if batch.control_number.is_empty() {
            batch.control_number = free.next().unwrap_or_default();
        }
        if batch.reference.reveal().is_empty() {
            batch.reference = Phi::new(format!("{number:09}").into());
        }
        identify(&mut batch.submitter, options.sender.as_deref());
        identify(&mut batch.receiver, options.receiver.as_deref());
        if batch.date.is_none() {
            batch.date = date.map(DateValue::Day);
        }
        if batch.time.is_none() {
            batch.time = Some(time.clone().into());
        }
    }
    let envelope = envelope(&parts.batches, options, first, date, time);
    (parts, envelope)
}

/// Day and time `HHMM` of a moment; midnight where no time is told.
fn moment(at: &str) -> (Option<Date>, String) {
    let clock = at.split_once('T').map_or("", |(_, clock)| clock);
    let digits: String = clock.chars().filter(char::is_ascii_digit).take(4).collect();
    (at.parse().ok(), if digits.len() == 4 { digits } else { "0000".to_owned() })
}

/// Gives a sender or receiver without an identifier that of the interchange, `qualifier:id`.
fn identify(party: &mut ClaimParty, told: Option<&str>) {
    if let Some(told) = told.filter(|_| party.identifier.is_none()) {
        let id = told.split_once(':').map_or(told, |(_, id)| id).trim();
        let (qualifier, value) = ("46".into(), Phi::new(id.into()));
        party.identifier = Some(Identifier { qualifier, value });
    }
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
            ("ZZ".to_owned(), id.map_or_else(String::new, |id| id.value.reveal().to_string()))
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
    let mut any = false;
    for (index, mut batch) in batches.into_iter().enumerate() {
        let sent = core::mem::take(&mut batch.claims);
        any |= !sent.is_empty();
        for (place, claim) in sent.iter().enumerate() {
            let Some(made) = claim::next(claim, &remittances) else { continue };
            match made {
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
    if any && next.is_empty() && findings.total() == 0 {
        let at = Location { path: "claims".to_owned(), ..Location::default() };
        findings.push(Finding::new(&claim::rules::OTHER_CLAIM, at));
    }
    let (x12, draft) = (String::new(), String::new());
    let mut report = BuildReport { accepted: true, x12, draft, findings: Vec::new() };
    if !next.is_empty() || findings.total() == 0 {
        report = build_of(next, options);
    }
    report.accepted &= findings.errors() == 0;
    report.findings.extend(findings.kept().iter().map(FindingRecord::from));
    Ok(report)
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
