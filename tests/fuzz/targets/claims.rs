//! Target claims: is any file of claims answered soundly, and does a streamed check agree with the whole?

use superbill::{
    AcknowledgeOptions, CheckStream, ValidateOptions, acknowledge, acknowledgment, validate,
};
use superbill_types::{Date, Severity};

/// Panics where a promise is broken.
pub(crate) fn run(bytes: &[u8]) {
    let options = |kind: &str| AcknowledgeOptions {
        kind: kind.into(),
        at: "2026-11-23T12:00:00Z".into(),
        seed: Some(1),
        companion: None,
    };
    if let Ok(answer) = acknowledge(bytes, &options("277ca"))
        && !answer.x12.is_empty()
    {
        let read = acknowledgment(answer.x12.as_bytes(), Some(bytes)).expect("an answer is framed");
        let errors = read.findings.iter().filter(|finding| finding.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{:?} {}", read.findings, answer.x12);
        assert_eq!(read.accepted, answer.accepted, "{}", answer.x12);
    }
    let Ok(mut stream) = CheckStream::answering(&options("999")) else { return };
    let Ok(first) = stream.push(bytes) else { return };
    let Ok(report) = stream.finish() else { return };
    // A stream does not mend lines wrapped at a column.
    let (library, today) = (superbill_guides::library(), Date::new(2026, 11, 23));
    let Ok(whole) = superbill_exchange::check_on(bytes, library, today) else { return };
    assert_eq!((first.len() + report.findings.len()) as u64, whole.total().min(2_000));
    assert_eq!(Ok(report.x12), acknowledge(bytes, &options("999")).map(|answer| answer.x12));
    let _ = validate(bytes, &ValidateOptions::default());
}
