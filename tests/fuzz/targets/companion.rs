//! Target companion: is any text a companion guide, or refused with its line?
//!
//! What is read is laid over the guides, and a file is checked by it.

use superbill_x12::{Companion, validate};

/// Panics where a promise is broken.
pub(crate) fn run(text: &str) {
    let lines = text.lines().count().max(1);
    match Companion::read(text) {
        Err(error) => assert!((1..=lines).contains(&error.line)),
        Ok(companion) => match superbill_guides::library().with_companion(&companion) {
            Err(error) => assert!((1..=lines).contains(&error.line)),
            Ok(library) => {
                let findings = validate(SAMPLE, &library).expect("it is framed");
                let ours = |rule: &str| companion.rules().any(|known| known.id == rule);
                assert!(findings.kept().iter().all(|finding| ours(finding.rule.id)));
            }
        },
    }
}

const SAMPLE: &[u8] = include_bytes!("../../../crates/core/data/sample.835");
