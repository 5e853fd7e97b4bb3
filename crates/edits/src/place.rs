//! Places: where does a coverage stand in the claim?

use core::fmt;

use superbill_model::{Claim, Coverage};

/// Path of a coverage: that of the claim, or another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoveragePath(pub Option<usize>);

impl fmt::Display for CoveragePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("coverage"),
            Some(index) => write!(f, "otherCoverages[{index}].coverage"),
        }
    }
}

/// The coverage the claim goes to, then the others.
pub fn coverages(claim: &Claim) -> impl Iterator<Item = (CoveragePath, &Coverage)> + Clone {
    let others = claim.other_coverages.iter().enumerate();
    let others = others.map(|(index, other)| (CoveragePath(Some(index)), &other.coverage));
    core::iter::once((CoveragePath(None), &claim.coverage)).chain(others)
}

/// Whether a coverage is original Medicare, part A or B.
#[must_use]
pub fn is_medicare(coverage: &Coverage) -> bool {
    matches!(coverage.filing_indicator.as_deref(), Some("MA" | "MB"))
}
