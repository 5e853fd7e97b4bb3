//! Check: what is wrong with a file, in syntax, against its guides, and in the money of its remittances?

use superbill_types::Findings;
use superbill_x12::{Framer, Library, Step, Unreadable, Validator};

use crate::remittance::Scanner;

/// Checks a whole file against the guides of `library`. Findings are in file order. The loop stands here, and
/// not where it is called, to be compiled for speed.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
#[inline(never)]
pub fn check(bytes: &[u8], library: &Library) -> Result<Findings, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(library);
    let mut scanner = Scanner::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        let segment = framer.segment(bytes);
        validator.segment(place, &segment, framer.envelope(), &mut findings);
        scanner.segment(place, &segment, framer.envelope(), &mut findings);
        scanner.forget();
    }
    scanner.finish(bytes.len() as u64, &mut findings);
    findings.sort();
    Ok(findings)
}
