//! A file of claims kept open: what can be asked of claims without handing them all over?

use superbill_codes::CodeBooks;
use superbill_exchange::import::{Format, Imported, NotImported, import};
use superbill_model::{Claim, ClaimBatch};

use crate::claim::{Refused, written};
use crate::scrub::scrub_imported;
use crate::{BuildOptions, FindingRecord, NotScrubbed, ScrubOptions, ScrubReport, repaired};

/// Claims kept as records: read once, then looked at, checked, repaired and written at no cost of handing them over.
///
/// ```
/// use superbill::{BuildOptions, ClaimFile};
/// # let json = br#"{"claims":[{"patientControlNumber":"A1"}]}"#;
/// let file = ClaimFile::open(json.to_vec())?;
/// assert_eq!(file.claim_count(), 1);
/// let built = file.build(&BuildOptions { at: "2026-11-23T10:00:00Z".into(), ..BuildOptions::default() });
/// assert!(!built.accepted && !built.findings.is_empty());
/// # Ok::<(), superbill::NotImported>(())
/// ```
#[derive(Clone, Debug)]
pub struct ClaimFile {
    bytes: Vec<u8>,
    imported: Imported,
}

/// A file of claims as bytes, or why there is none.
#[derive(Clone, Debug)]
pub struct BuiltFile {
    /// Whether everything was written.
    pub accepted: bool,
    /// The file; empty where it was refused.
    pub x12: Vec<u8>,
    /// What would have been written, to look at and not to send, where it was refused; else empty.
    pub draft: Vec<u8>,
    /// What did not carry over, and why something could not be written.
    pub findings: Vec<FindingRecord>,
}

impl ClaimFile {
    /// Reads claims in any form that [`import_claims`](crate::import_claims) reads.
    ///
    /// # Errors
    /// [`NotImported`] where the file is in none of them.
    pub fn open(bytes: Vec<u8>) -> Result<Self, NotImported> {
        let imported = import(&bytes)?;
        Ok(Self { bytes, imported })
    }

    /// In which form it came.
    #[must_use]
    pub fn format(&self) -> Format {
        self.imported.format
    }

    /// How many claims it holds, in all batches.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.batches().iter().map(|batch| batch.claims.len()).sum()
    }

    /// A claim by its place among all.
    #[must_use]
    pub fn claim(&self, index: usize) -> Option<&Claim> {
        self.batches().iter().flat_map(|batch| &batch.claims).nth(index)
    }

    /// The batches, as they are now.
    #[must_use]
    pub fn batches(&self) -> &[ClaimBatch] {
        &self.imported.batches
    }

    /// What did not carry over, or not as it was.
    #[must_use]
    pub fn findings(&self) -> Vec<FindingRecord> {
        self.imported.report.kept().iter().map(FindingRecord::from).collect()
    }

    /// The claims through every rule, as [`scrub`](crate::scrub).
    ///
    /// # Errors
    /// [`NotScrubbed`] where the options make no sense.
    pub fn scrub(
        &self,
        books: &CodeBooks,
        options: &ScrubOptions,
    ) -> Result<ScrubReport, NotScrubbed> {
        scrub_imported(&self.bytes, &self.imported, books, options)
    }

    /// Makes every repair of form. What is scrubbed from here on are the claims, not the file they came in.
    pub fn repair(&mut self) {
        self.imported.batches = repaired(core::mem::take(&mut self.imported.batches));
        self.imported.format = Format::Superbill;
    }

    /// The claims as an 837, proved against its guide.
    #[must_use]
    pub fn build(&self, options: &BuildOptions) -> BuiltFile {
        let (x12, draft, refused) = match written(self.batches().to_vec(), options) {
            Ok(bytes) => (bytes, Vec::new(), None),
            Err(Refused { findings, draft }) => (Vec::new(), draft, Some(findings)),
        };
        let mut findings = self.findings();
        let refusals = refused.iter().flat_map(|found| found.kept());
        findings.extend(refusals.map(FindingRecord::from));
        BuiltFile { accepted: refused.is_none(), x12, draft, findings }
    }
}
