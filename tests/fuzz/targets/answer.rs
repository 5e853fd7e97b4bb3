//! Target answer: can any file make a description or an acknowledgment panic, or answer unsoundly?

use superbill_types::Date;
use superbill_x12::{
    Stamp, acknowledge_groups, acknowledge_interchanges, acknowledge_unreadable, describe, validate,
};

/// Panics where a promise is broken.
pub(crate) fn run(bytes: &[u8]) {
    let library = superbill_guides::library();
    let _ = describe(bytes, library, 100_000);
    let Some(date) = Date::new(2026, 11, 23) else { return };
    let stamp = Stamp { date, hour: 12, minute: 0, number: 1 };
    for answer in
        [acknowledge_groups(bytes, library, stamp), acknowledge_interchanges(bytes, library, stamp)]
    {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => match acknowledge_unreadable(bytes, error, stamp) {
                Some(answer) => answer,
                None => continue,
            },
        };
        if !answer.x12.is_empty() {
            let findings = validate(&answer.x12, library).expect("an answer is framed");
            let text = String::from_utf8_lossy(&answer.x12);
            // A TA1 repeats the number, date and time of the interchange as they were sent.
            let mut kept = findings.kept().iter();
            let own = kept.find(|finding| finding.location.segment != "TA1");
            assert_eq!(own, None, "{text}");
        }
    }
}
