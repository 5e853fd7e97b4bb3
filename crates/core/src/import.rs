//! Import: which claims does a file tell, in whatever form it comes?

use serde::Serialize;
use superbill_exchange::import::{self, Format, NotImported};
use superbill_model::ClaimBatch;

use crate::FindingRecord;

/// Claims of a file, with what did not carry over.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// `x12`, `superbill` (our own JSON), `clearinghouse` or `cms1500`.
    #[cfg_attr(
        feature = "typescript",
        tsify(type = "\"x12\" | \"superbill\" | \"clearinghouse\" | \"cms1500\"")
    )]
    pub format: Format,
    /// Batches of claims.
    pub batches: Vec<ClaimBatch>,
    /// What did not carry over, or not as it was; paths are those of the file.
    pub findings: Vec<FindingRecord>,
}

/// Reads claims from an 837, from our own JSON, from the claim JSON of clearinghouses, or from fields named
/// after the items of the CMS-1500.
///
/// # Errors
/// [`NotImported`] where the file is in none of these forms.
pub fn import_claims(bytes: &[u8]) -> Result<ImportReport, NotImported> {
    let imported = import::import(bytes)?;
    Ok(ImportReport {
        format: imported.format,
        batches: imported.batches,
        findings: imported.report.kept().iter().map(FindingRecord::from).collect(),
    })
}
