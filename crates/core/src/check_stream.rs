//! A check that streams: what is wrong with a file of any size, and what is its answer?

use serde::Serialize;
use superbill_exchange::{Answering, CheckReader};
use superbill_x12::Unreadable;

use crate::acknowledge::{misuse, stamp};
use crate::narrowed::{MOST, lasting_guides};
use crate::{AcknowledgeOptions, FindingRecord, NoAcknowledgment};

/// What a streamed check comes to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// Whether no finding is an error.
    pub accepted: bool,
    /// The last findings; those before came while the file was read.
    pub findings: Vec<FindingRecord>,
    /// How many findings there are; more than were handed out in a file with very many.
    pub total: u32,
    /// The answer as X12, or what is left of it where parts were taken; empty where none was asked for.
    pub x12: String,
}

/// Checks a file from chunks and answers it, in memory that does not grow with the file.
///
/// ```
/// use superbill::{AcknowledgeOptions, CheckStream};
/// let options = AcknowledgeOptions { at: "2026-11-23T10:00:00Z".into(), ..Default::default() };
/// let mut stream = CheckStream::answering(&options)?;
/// for chunk in include_bytes!("../data/sample.835").chunks(100) {
///     assert!(stream.push(chunk)?.is_empty());
/// }
/// let report = stream.finish()?;
/// assert!(report.accepted && report.x12.contains("~IK5*A~AK9*A*1*1*1~"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct CheckStream {
    reader: CheckReader<'static>,
}

impl Default for CheckStream {
    /// A check without an answer.
    fn default() -> Self {
        Self { reader: CheckReader::new(superbill_guides::library(), Answering::Nothing) }
    }
}

impl CheckStream {
    /// A check with an answer to groups (999) or interchanges (TA1).
    ///
    /// # Errors
    /// [`NoAcknowledgment::Companion`] where the companion guide is not as it should be,
    /// [`NoAcknowledgment::Misuse`] where the options are not understood. An answer to claims (277CA) needs the
    /// whole file: a later finding may reject an earlier claim.
    pub fn answering(options: &AcknowledgeOptions) -> Result<Self, NoAcknowledgment> {
        let stamp = stamp(options)?;
        let library = lasting_guides(options.companion.as_deref());
        let library = library.map_err(NoAcknowledgment::Companion)?;
        let library =
            library.ok_or_else(|| misuse(&format!("more than {MOST} companion guides")))?;
        let answering = match options.kind.to_ascii_lowercase().as_str() {
            "" | "999" => Answering::groups(library, stamp),
            "ta1" => Answering::interchanges(stamp),
            "277ca" => return Err(misuse("a 277ca is made of a whole file; ask for 999 or ta1")),
            _ => return Err(misuse("the kind of an acknowledgment is 999 or ta1")),
        };
        Ok(Self { reader: CheckReader::new(library, answering).on(stamp.date) })
    }

    /// Takes in the next bytes, cut anywhere, and tells what is wrong in them, in file order.
    ///
    /// # Errors
    /// [`Unreadable`] where the bytes cannot be framed, or one segment is longer than
    /// [`CheckReader::MOST_SEGMENT_BYTES`].
    pub fn push(&mut self, chunk: &[u8]) -> Result<Vec<FindingRecord>, Unreadable> {
        self.reader.push(chunk)?;
        Ok(self.news())
    }

    /// Tells that no more bytes will come.
    ///
    /// # Errors
    /// As [`CheckStream::push`].
    pub fn finish(&mut self) -> Result<CheckReport, Unreadable> {
        self.reader.finish()?;
        let (total, errors) = self.reader.counts();
        Ok(CheckReport {
            accepted: errors == 0,
            findings: self.news(),
            total: total.try_into().unwrap_or(u32::MAX),
            x12: self.take_answer(),
        })
    }

    /// The answers to interchanges that have ended, once: in a file of many they need not be kept.
    pub fn take_answer(&mut self) -> String {
        String::from_utf8_lossy(&self.reader.take_answer()).into_owned()
    }

    /// Bytes of the file that are held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.reader.held()
    }

    fn news(&mut self) -> Vec<FindingRecord> {
        self.reader.take_findings().iter().map(FindingRecord::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ValidateOptions, acknowledge, validate};

    const BROKEN: &[u8] = include_bytes!("../../../tests/corpus/hostile/h084_date_leap_bad.edi");

    fn options(kind: &str) -> AcknowledgeOptions {
        let at = "2026-11-23T10:05:00Z".to_owned();
        AcknowledgeOptions { kind: kind.into(), at, seed: Some(7), companion: None }
    }

    #[test]
    fn chunks_tell_and_answer_what_the_whole_does() {
        for kind in ["999", "ta1"] {
            let whole = validate(BROKEN, &ValidateOptions::default()).expect("frames");
            let answer = acknowledge(BROKEN, &options(kind)).expect("frames");
            for size in [1, 7, 300, 100_000] {
                let mut stream = CheckStream::answering(&options(kind)).expect("options");
                let mut findings = Vec::new();
                for chunk in BROKEN.chunks(size) {
                    findings.extend(stream.push(chunk).expect("frames"));
                }
                let report = stream.finish().expect("frames");
                findings.extend(report.findings);
                assert_eq!(findings, whole.findings);
                assert_eq!((report.x12, report.total), (answer.x12.clone(), whole.total));
            }
        }
    }

    #[test]
    fn a_companion_is_asked_in_a_stream_as_in_the_whole() {
        let companion = "companion 005010X222A1 837 DEMO \"A made-up payer\"\n\
            01 2300/REF:G1 R \"Send the prior authorization.\"\n\
            02 2010BA/DMG 03 codes=U \"Send U.\"";
        let companion = Some(companion.to_owned());
        let whole = ValidateOptions { companion: companion.clone(), ..ValidateOptions::default() };
        let whole = validate(BROKEN, &whole).expect("frames");
        assert!(whole.findings.iter().any(|finding| finding.rule == "DEMO-01"));
        let options = AcknowledgeOptions { companion, ..options("999") };
        let answer = acknowledge(BROKEN, &options).expect("frames");
        assert!(answer.x12.contains("~IK3*REF*"), "{}", answer.x12);
        for size in [1, 300, 100_000] {
            let mut stream = CheckStream::answering(&options).expect("options");
            let mut findings = Vec::new();
            for chunk in BROKEN.chunks(size) {
                findings.extend(stream.push(chunk).expect("frames"));
            }
            let report = stream.finish().expect("frames");
            findings.extend(report.findings);
            assert_eq!((&findings, &report.x12), (&whole.findings, &answer.x12));
        }
        let broken = AcknowledgeOptions { companion: Some("companion".into()), ..options };
        let refused = CheckStream::answering(&broken).expect_err("no companion");
        assert!(matches!(refused, NoAcknowledgment::Companion(_)));
    }

    #[test]
    fn memory_does_not_grow_with_the_file() {
        let (head, rest) =
            BROKEN.split_at(BROKEN.windows(4).position(|it| it == b"HL*1").expect("HL"));
        let end = rest.windows(4).position(|it| it == b"~SE*").expect("SE") + 1;
        let mut stream = CheckStream::answering(&options("999")).expect("options");
        stream.push(head).expect("frames");
        let (mut told, mut most) = (0, 0);
        for _ in 0..20_000 {
            told += stream.push(&rest[..end]).expect("frames").len();
            most = most.max(stream.held());
        }
        told += stream.push(&rest[end..]).expect("frames").len();
        let report = stream.finish().expect("frames");
        told += report.findings.len();
        assert!(most < 200_000, "{most}");
        assert!(report.total > 20_000 && !report.accepted);
        assert!(told <= CheckReader::MOST_FINDINGS && report.x12.len() < 300_000);
        assert!(report.x12.contains("*R*"), "what is not told still rejects");
    }

    #[test]
    fn a_segment_without_end_is_refused() {
        let mut stream = CheckStream::default();
        stream.push(&BROKEN[..200]).expect("frames");
        let endless = vec![b'*'; 100_000];
        let refused = (0..10).find_map(|_| stream.push(&endless).err()).expect("a limit");
        assert!(refused.to_string().contains("segment"), "{refused}");
        assert!(stream.held() < 1 << 20);
        assert!(CheckStream::answering(&options("277ca")).is_err());
    }
}
