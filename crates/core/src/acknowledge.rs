//! Acknowledging: what do we answer a sender?

use core::fmt;

use serde::{Deserialize, Serialize};
#[cfg(feature = "claims")]
use superbill_exchange::acknowledgment::claims::{answer_claims, write_answers};
use superbill_types::Date;
#[cfg(feature = "claims")]
use superbill_types::Findings;
use superbill_x12::{
    Answer, CompanionError, Stamp, Unreadable, acknowledge_groups, acknowledge_interchanges,
};

use crate::narrowed::guides;

/// Which answer is asked for, and how it is dated and numbered.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AcknowledgeOptions {
    /// `999` for groups (the default), `ta1` for interchanges or `277ca` for claims.
    pub kind: String,
    /// Time of the answer, such as `2026-11-23T10:00:00Z`.
    pub at: String,
    /// First control number of the answer, 1 to 999999999; made from the time of day if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// The text of a companion guide, whose rules reject as the guide's do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub companion: Option<String>,
}

/// The answer to a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgeReport {
    /// `999`, `ta1` or `277ca`.
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
    /// The companion guide is not as it should be.
    Companion(CompanionError),
    /// The options make no sense.
    Misuse(String),
}

impl fmt::Display for NoAcknowledgment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(unreadable) => write!(f, "no answer can be sent: {unreadable}"),
            Self::Companion(error) => error.fmt(f),
            Self::Misuse(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for NoAcknowledgment {}

/// Answers a file as its receiver: a 999 for each functional group, a TA1 for each interchange, or in the
/// module for claims a 277CA for each set of claims, by the guide and by every rule.
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
    #[cfg(feature = "claims")]
    return acknowledge_with(bytes, &superbill_codes::CodeBooks::default(), options);
    #[cfg(not(feature = "claims"))]
    acknowledge_file(bytes, options)
}

/// The same, where the rules over claims ask these tables.
///
/// # Errors
/// As [`acknowledge`].
#[cfg(feature = "claims")]
pub fn acknowledge_with(
    bytes: &[u8],
    books: &superbill_codes::CodeBooks,
    options: &AcknowledgeOptions,
) -> Result<AcknowledgeReport, NoAcknowledgment> {
    if !options.kind.eq_ignore_ascii_case("277ca") {
        return acknowledge_file(bytes, options);
    }
    let rules = crate::ScrubOptions { at: options.at.clone(), ..Default::default() };
    let found = crate::scrub::of_file(bytes, books, &rules).map_err(NoAcknowledgment::Misuse)?;
    acknowledge_claims(bytes, found, options)
}

fn acknowledge_file(
    bytes: &[u8],
    options: &AcknowledgeOptions,
) -> Result<AcknowledgeReport, NoAcknowledgment> {
    let kind = options.kind.to_ascii_lowercase();
    let stamp = stamp(options)?;
    let library = guides(options.companion.as_deref()).map_err(NoAcknowledgment::Companion)?;
    let (kind, answer) = match kind.as_str() {
        "" | "999" => ("999", acknowledge_groups(bytes, &library, stamp)),
        "ta1" => ("ta1", acknowledge_interchanges(bytes, &library, stamp)),
        "277ca" => return Err(misuse("a 277ca is made by the module for claims")),
        _ => return Err(misuse("the kind of an acknowledgment is 999, ta1 or 277ca")),
    };
    Ok(report(kind, answer.map_err(NoAcknowledgment::Unreadable)?))
}

/// Answers each claim of a file with a 277CA: accepted, or rejected for what the guide's checks find and for
/// what else is known to be wrong. `more` are findings of other checks, by path: `batches[0].claims[2]...`, or
/// `claims[2]...` of the first batch.
///
/// # Errors
/// As [`acknowledge`].
#[cfg(feature = "claims")]
pub fn acknowledge_claims(
    bytes: &[u8],
    more: Findings,
    options: &AcknowledgeOptions,
) -> Result<AcknowledgeReport, NoAcknowledgment> {
    let stamp = stamp(options)?;
    let library = guides(options.companion.as_deref()).map_err(NoAcknowledgment::Companion)?;
    let mut findings =
        superbill_exchange::check(bytes, &library).map_err(NoAcknowledgment::Unreadable)?;
    findings.append(more);
    let answers = answer_claims(bytes, &findings, stamp).map_err(NoAcknowledgment::Unreadable)?;
    let batches = answers.iter().flat_map(|it| &it.sets).flat_map(|set| &set.batches);
    let accepted = batches.into_iter().all(|batch| {
        let claims = batch.providers.iter().flat_map(|provider| &provider.claims).count() as u32;
        claims > 0 && batch.accepted.as_ref().map_or(0, |total| total.count) == claims
    });
    let x12 = write_answers(&answers).map_err(|error| misuse(&error.to_string()))?;
    Ok(report("277ca", Answer { x12, accepted }))
}

fn report(kind: &str, answer: Answer) -> AcknowledgeReport {
    let x12 = String::from_utf8_lossy(&answer.x12).into_owned();
    AcknowledgeReport { kind: kind.into(), accepted: answer.accepted, x12 }
}

/// What is said of a moment that is none.
pub(crate) const NO_MOMENT: &str = "`at` must be a time such as 2026-11-23T10:00:00Z";

pub(crate) fn misuse(what: &str) -> NoAcknowledgment {
    NoAcknowledgment::Misuse(what.to_owned())
}

pub(crate) fn stamp(options: &AcknowledgeOptions) -> Result<Stamp, NoAcknowledgment> {
    let date: Date = options.at.parse().map_err(|_| misuse(NO_MOMENT))?;
    let clock = options.at.split_once('T').map_or("", |(_, clock)| clock);
    let mut parts = clock.split(':').map(|part| part.get(..2)?.parse::<u8>().ok());
    let mut part = |limit| parts.next().flatten().filter(|part| *part < limit).unwrap_or(0);
    let (hour, minute, second) = (part(24), part(60), part(60));
    let of_day = (u32::from(hour) * 60 + u32::from(minute)) * 60 + u32::from(second);
    let number = options.seed.unwrap_or(of_day).clamp(1, 999_999_999);
    Ok(Stamp { date, hour, minute, number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{acknowledgment, acknowledgment_text};

    const SENT: &[u8] = include_bytes!("../../../tests/corpus/hostile/h084_date_leap_bad.edi");

    fn options(kind: &str) -> AcknowledgeOptions {
        let at = "2026-11-23T10:05:00Z".to_owned();
        AcknowledgeOptions { kind: kind.into(), at, seed: Some(42), companion: None }
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
        let error = acknowledge(SENT, &options("824")).expect_err("not made here");
        assert!(matches!(error, NoAcknowledgment::Misuse(_)));
        let undated = AcknowledgeOptions::default();
        assert!(matches!(acknowledge(SENT, &undated), Err(NoAcknowledgment::Misuse(_))));
    }

    #[test]
    fn claims_are_answered_and_the_answer_leads_back() {
        let answer = acknowledge(SENT, &options("277CA")).expect("a file that frames");
        assert!(!answer.accepted);
        let text = acknowledgment_text(answer.x12.as_bytes(), Some(SENT)).expect("frames");
        assert_eq!(
            text,
            "Batch BATCH001: 1 claim rejected (200.00)\n  claim PCN0001, bytes 618 to 724 of the file \
             sent: rejected: returned as it cannot be processed: a service line: see the lines\n    \
             line 99213 (LN1), 200.00: rejected: information is not valid: days of service\n"
        );
        let more = superbill_types::Findings::default();
        let sound =
            include_bytes!("../../../tests/corpus/837P/LinuxForHealth_x12__demo.example1.837");
        let answer = acknowledge_claims(sound, more, &options("277ca")).expect("frames");
        assert!(answer.accepted, "{}", answer.x12);
    }

    #[test]
    fn no_acknowledgment_is_no_acceptance() {
        let report = acknowledgment(SENT, None).expect("a file that frames");
        assert!(!report.accepted);
    }
}
