//! Acknowledgments: what do we answer a sender, and what does an answer that came back say?

use core::fmt::{self, Write};

use serde::{Deserialize, Serialize};
use superbill_exchange::acknowledgment::{AcknowledgmentReader, find_sent};
use superbill_model::{
    AnswerReason, GroupAnswer, InterchangeAnswer, SentPlace, SetAnswer, SetError,
};
use superbill_types::{Date, Findings};
use superbill_x12::{
    Framer, Stamp, Step, Unreadable, Validator, acknowledge_groups, acknowledge_interchanges,
};

use crate::FindingRecord;
use crate::finding::{capital, records};

/// Which answer is asked for, and how it is dated and numbered.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AcknowledgeOptions {
    /// `999` for groups (the default) or `ta1` for interchanges.
    pub kind: String,
    /// Time of the answer, such as `2026-11-23T10:00:00Z`.
    pub at: String,
    /// First control number of the answer, 1 to 999999999; made from the time of day if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
}

/// The answer to a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgeReport {
    /// `999` or `ta1`.
    pub kind: String,
    /// Whether everything answered is accepted.
    pub accepted: bool,
    /// The answer as X12; empty where nothing in the file is to be answered.
    pub x12: String,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoAcknowledgment {
    /// The bytes cannot be framed, and nobody can be answered.
    Unreadable(Unreadable),
    /// The options make no sense.
    Misuse(String),
}

impl fmt::Display for NoAcknowledgment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(unreadable) => write!(f, "no answer can be sent: {unreadable}"),
            Self::Misuse(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for NoAcknowledgment {}

/// Answers a file as its receiver: a 999 for each functional group, or a TA1 for each interchange.
///
/// ```
/// use superbill::{AcknowledgeOptions, acknowledge};
/// let options = AcknowledgeOptions { at: "2026-11-23T10:00:00Z".into(), ..Default::default() };
/// let answer = acknowledge(include_bytes!("../data/sample.835"), &options)?;
/// assert!(answer.accepted);
/// assert!(answer.x12.contains("~IK5*A~AK9*A*1*1*1~"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NoAcknowledgment`] where the file cannot be framed or the options are not understood.
pub fn acknowledge(
    bytes: &[u8],
    options: &AcknowledgeOptions,
) -> Result<AcknowledgeReport, NoAcknowledgment> {
    let misuse = |what: &str| NoAcknowledgment::Misuse(what.to_owned());
    let stamp =
        stamp(options).ok_or_else(|| misuse("`at` must be a time such as 2026-11-23T10:00:00Z"))?;
    let library = superbill_guides::library();
    let (kind, answer) = match options.kind.to_ascii_lowercase().as_str() {
        "" | "999" => ("999", acknowledge_groups(bytes, library, stamp)),
        "ta1" => ("ta1", acknowledge_interchanges(bytes, library, stamp)),
        "277ca" => return Err(misuse("no 277CA is made yet; ask for 999 or ta1")),
        _ => return Err(misuse("the kind of an acknowledgment is 999 or ta1")),
    };
    let answer = answer.map_err(NoAcknowledgment::Unreadable)?;
    let x12 = String::from_utf8_lossy(&answer.x12).into_owned();
    Ok(AcknowledgeReport { kind: kind.into(), accepted: answer.accepted, x12 })
}

fn stamp(options: &AcknowledgeOptions) -> Option<Stamp> {
    let date: Date = options.at.parse().ok()?;
    let clock = options.at.split_once('T').map_or("", |(_, clock)| clock);
    let mut parts = clock.split(':').map(|part| part.get(..2)?.parse::<u8>().ok());
    let mut part = |limit| parts.next().flatten().filter(|part| *part < limit).unwrap_or(0);
    let (hour, minute, second) = (part(24), part(60), part(60));
    let of_day = (u32::from(hour) * 60 + u32::from(minute)) * 60 + u32::from(second);
    let number = options.seed.unwrap_or(of_day).clamp(1, 999_999_999);
    Some(Stamp { date, hour, minute, number })
}

/// What came back for a file that was sent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgmentReport {
    /// Whether there is an answer, and every answer accepts what it is about.
    pub accepted: bool,
    /// Answers to interchanges (TA1).
    #[cfg_attr(feature = "typescript", tsify(type = "InterchangeAnswer[]"))]
    pub interchanges: Vec<InterchangeAnswer>,
    /// Answers to groups and the sets in them (999, 997).
    #[cfg_attr(feature = "typescript", tsify(type = "GroupAnswer[]"))]
    pub groups: Vec<GroupAnswer>,
    /// What is wrong with the acknowledgment itself.
    pub findings: Vec<FindingRecord>,
}

/// Reads an acknowledgment (999, 997, TA1). With the file that was sent, each line says which bytes and
/// which claim of it are meant.
///
/// # Errors
/// [`Unreadable`] where the acknowledgment (0) or the file sent (1) cannot be framed.
pub fn acknowledgment(
    bytes: &[u8],
    sent: Option<&[u8]>,
) -> Result<AcknowledgmentReport, (usize, Unreadable)> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(superbill_guides::library());
    let mut reader = AcknowledgmentReader::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings).map_err(|e| (0, e))? {
        let segment = framer.segment(bytes);
        validator.segment(place, &segment, framer.envelope(), &mut findings);
        reader.segment(place, &segment);
    }
    let mut answers = reader.finish();
    if let Some(sent) = sent {
        find_sent(&mut answers, sent).map_err(|error| (1, error))?;
    }
    let is_good = |status: &AnswerReason| matches!(status.code.as_str(), "A" | "E");
    let interchanges = answers.interchanges.iter().map(|it| &it.status);
    let sets = answers.groups.iter().flat_map(|group| &group.sets).map(|set| &set.status);
    let mut all = answers.groups.iter().map(|it| &it.status).chain(interchanges).chain(sets);
    Ok(AcknowledgmentReport {
        accepted: answers.interchanges.len() + answers.groups.len() > 0 && all.all(is_good),
        findings: records(&findings),
        interchanges: answers.interchanges,
        groups: answers.groups,
    })
}

/// The same as text for people.
///
/// # Errors
/// As [`acknowledgment`].
pub fn acknowledgment_text(
    bytes: &[u8],
    sent: Option<&[u8]>,
) -> Result<String, (usize, Unreadable)> {
    let report = acknowledgment(bytes, sent)?;
    let mut out = String::new();
    for answer in &report.interchanges {
        let (number, status, note) = (&answer.control_number, &answer.status, &answer.note);
        let _ = write!(out, "Interchange {number}: {}", said(status));
        let why = if note.code == "000" { String::new() } else { format!(": {}", said(note)) };
        let _ = writeln!(out, "{why}{}", unmatched(sent, answer.sent.as_ref()));
    }
    for group in &report.groups {
        write_group(group, sent, &mut out);
    }
    if out.is_empty() {
        out.push_str("There is no acknowledgment in this file.\n");
    }
    Ok(out)
}

fn write_group(group: &GroupAnswer, sent: Option<&[u8]>, out: &mut String) {
    let GroupAnswer { functional_id, control_number, .. } = group;
    let _ = write!(out, "Group {functional_id} {control_number}: {}", said(&group.status));
    if let (Some(accepted), Some(received)) = (group.accepted, group.received) {
        let _ = write!(out, " ({accepted} of {received} transaction sets accepted)");
    }
    out.push_str(unmatched(sent, group.sent.as_ref()));
    out.push('\n');
    for reason in &group.reasons {
        let _ = writeln!(out, "  {}", capital(&said(reason)));
    }
    for set in &group.sets {
        write_set(set, sent, out);
    }
}

fn write_set(set: &SetAnswer, sent: Option<&[u8]>, out: &mut String) {
    let SetAnswer { transaction_set, control_number, .. } = set;
    let _ = write!(out, "  Set {transaction_set} {control_number}: {}", said(&set.status));
    for (n, reason) in set.reasons.iter().enumerate() {
        let _ = write!(out, "{} {}", if n == 0 { ":" } else { ";" }, said(reason));
    }
    out.push_str(unmatched(sent, set.sent.as_ref()));
    out.push('\n');
    for error in &set.errors {
        write_error(error, out);
    }
}

fn write_error(error: &SetError, out: &mut String) {
    let place = error.sent.as_ref();
    let claim = place.and_then(|place| place.patient_control_number.as_ref());
    let named = error.unit.as_ref().filter(|unit| unit.name == "CLM01").map(|unit| &unit.value);
    out.push_str("    ");
    if let Some(claim) = claim.or(named) {
        let _ = write!(out, "claim {}, ", claim.reveal());
    }
    out.push_str(&error.segment);
    if let Some(element) = error.element {
        let _ = write!(out, "{element:02}");
    }
    if let Some(component) = error.component {
        let _ = write!(out, "-{component}");
    }
    if let Some(ordinal) = error.ordinal {
        let _ = write!(out, ", segment {ordinal}");
    }
    if let Some(loop_id) = &error.loop_id {
        let _ = write!(out, ", loop {loop_id}");
    }
    if let Some(SentPlace { span: (start, end), .. }) = place {
        let _ = write!(out, ", bytes {start} to {end} of the file sent");
    }
    let _ = write!(out, ": {}", said(&error.reason));
    if let Some(value) = &error.value {
        let _ = write!(out, "; sent was \"{}\"", value.reveal());
    }
    out.push('\n');
}

/// A code in plain words, or itself where it is not known.
fn said(reason: &AnswerReason) -> String {
    match &reason.meaning {
        Some(meaning) => meaning.clone(),
        None if reason.code.is_empty() => "no code".to_owned(),
        None => format!("code {}", reason.code),
    }
}

fn unmatched(sent: Option<&[u8]>, place: Option<&SentPlace>) -> &'static str {
    match (sent, place) {
        (Some(_), None) => " (not in the file given as sent)",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &[u8] = include_bytes!("../../../tests/corpus/hostile/h084_date_leap_bad.edi");

    fn options(kind: &str) -> AcknowledgeOptions {
        let at = "2026-11-23T10:05:00Z".to_owned();
        AcknowledgeOptions { kind: kind.into(), at, seed: Some(42) }
    }

    #[test]
    fn an_answer_leads_back_to_the_claim() {
        let answer = acknowledge(SENT, &options("999")).expect("a file that frames");
        assert!(!answer.accepted);
        let text = acknowledgment_text(answer.x12.as_bytes(), Some(SENT)).expect("frames");
        assert_eq!(
            text,
            "Group HC 1: rejected (0 of 1 transaction sets accepted)\n  \
             Set 837 0001: rejected: segments in it are in error\n    \
             claim PCN0001, DTP03, segment 23, loop 2400, bytes 705 to 713 of the file sent: the \
             date is not valid; sent was \"20250229\"\n"
        );
    }

    #[test]
    fn a_broken_header_still_gets_a_ta1() {
        let bytes = include_bytes!("../../../tests/corpus/hostile/h013_isa_unpadded.edi");
        let answer = acknowledge(bytes, &options("TA1")).expect("a header with a number");
        assert!(!answer.accepted && answer.x12.contains("*R*022~"), "{}", answer.x12);
        let none = acknowledge(b"hello", &options("ta1")).expect_err("nobody to answer");
        assert!(none.to_string().starts_with("no answer can be sent: byte 0: this is not an X12"));
    }

    #[test]
    fn what_makes_no_sense_is_misuse() {
        for kind in ["277ca", "824"] {
            let error = acknowledge(SENT, &options(kind)).expect_err("not made here");
            assert!(matches!(error, NoAcknowledgment::Misuse(_)));
        }
        let undated = AcknowledgeOptions::default();
        assert!(matches!(acknowledge(SENT, &undated), Err(NoAcknowledgment::Misuse(_))));
    }

    #[test]
    fn no_acknowledgment_is_no_acceptance() {
        let report = acknowledgment(SENT, None).expect("a file that frames");
        assert!(!report.accepted);
    }
}
