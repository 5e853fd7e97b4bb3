//! An open remittance file: what is in it, without materialising what nobody looks at?
//!
//! The bytes stay as they came. One pass leaves a small row a claim; a claim's record, story and segments
//! are read from its bytes when asked for.

use superbill_exchange::charge::ChargeReader;
use superbill_exchange::remittance::{
    ClaimReader, ClaimRow, PaymentRow, RemittanceReader, Scanner, rules,
};
use superbill_model::{ChargedClaim, ClaimPayment, Remittance};
use superbill_types::{Finding, Findings, Location, Span};
use superbill_x12::{
    Delimiters, Framer, Segment, Step, Unreadable, UnreadableReason, Unwrapped, each_segment,
    unwrap_lines,
};

use crate::FindingRecord;

/// A remittance file held open.
#[derive(Debug)]
pub struct RemittanceFile {
    bytes: Vec<u8>,
    framer: Framer,
    scanner: Scanner,
    findings: Findings,
}

impl RemittanceFile {
    /// Reads a whole file. One that was wrapped at a fixed column is read without its line breaks, with a
    /// finding; spans of findings are then those of the file as it came, spans of claims those of
    /// [`RemittanceFile::bytes`].
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes cannot be framed as X12.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let mut file = Self::with_capacity(0);
        file.bytes = bytes;
        match file.finish() {
            Ok(()) => Ok(file),
            Err(error) => match wrapped(&file.bytes, error) {
                Some(unwrapped) => Self::open_unwrapped(unwrapped),
                None => Err(error),
            },
        }
    }

    fn open_unwrapped(mut unwrapped: Unwrapped) -> Result<Self, Unreadable> {
        let mut file = Self::with_capacity(0);
        file.bytes = std::mem::take(&mut unwrapped.bytes);
        file.finish()?;
        note_wrapped(&mut file.findings, &unwrapped);
        Ok(file)
    }

    /// Begins a file that is pushed in chunks, with room for `capacity` bytes.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            framer: Framer::new(),
            scanner: Scanner::default(),
            findings: Findings::default(),
        }
    }

    /// Takes in the next bytes and reads what they complete.
    ///
    /// # Errors
    /// As [`RemittanceFile::open`].
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        self.bytes.extend_from_slice(chunk);
        self.read(false)
    }

    /// Tells that the file is complete.
    ///
    /// # Errors
    /// As [`RemittanceFile::open`].
    pub fn finish(&mut self) -> Result<(), Unreadable> {
        self.read(true)?;
        self.scanner.finish(self.bytes.len() as u64, &mut self.findings);
        if self.scanner.payments().is_empty() {
            self.findings.push(Finding::new(&rules::NO_REMITTANCE, Location::default()));
        }
        self.findings.sort();
        Ok(())
    }

    fn read(&mut self, end: bool) -> Result<(), Unreadable> {
        let Self { bytes, framer, scanner, findings } = self;
        scanner.run(framer, bytes, end, findings)
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many claims it holds.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.scanner.claims().len()
    }

    /// Whether there is a payment, and every payment and claim balances.
    #[must_use]
    pub fn balanced(&self) -> bool {
        let payments = self.scanner.payments();
        !payments.is_empty() && payments.iter().all(PaymentRow::balanced)
    }

    /// The rows of its claims, in file order.
    #[must_use]
    pub fn claim_rows(&self) -> &[ClaimRow] {
        self.scanner.claims()
    }

    /// The rows of its payments, in file order.
    #[must_use]
    pub fn payment_rows(&self) -> &[PaymentRow] {
        self.scanner.payments()
    }

    pub(crate) fn scanner(&self) -> &Scanner {
        &self.scanner
    }

    /// The findings, in file order.
    #[must_use]
    pub fn findings(&self) -> Vec<FindingRecord> {
        crate::finding::records(&self.findings)
    }

    /// The findings as data.
    #[must_use]
    pub fn raw_findings(&self) -> &Findings {
        &self.findings
    }

    /// A claim's whole record.
    #[must_use]
    pub fn claim(&self, index: usize) -> Option<ClaimPayment> {
        let mut reader = ClaimReader::default();
        self.each_segment_of(index, |segment| reader.segment(segment))?;
        Some(reader.finish())
    }

    /// Calls `visit` with each segment of a claim; none if there is no such claim.
    pub fn each_segment_of(&self, index: usize, visit: impl FnMut(&Segment<'_>)) -> Option<()> {
        let row = self.scanner.claims().get(index)?;
        self.each(row.start, row.end, row.delimiters, visit);
        Some(())
    }

    /// A payment with its parties and provider adjustments, without its claims.
    #[must_use]
    pub fn payment(&self, index: usize) -> Option<Remittance> {
        let row = self.scanner.payments().get(index)?;
        let mut reader = RemittanceReader::default();
        self.each(row.start, row.header_end, row.delimiters, |segment| reader.segment(segment));
        self.each(row.summary_start, row.end, row.delimiters, |segment| reader.segment(segment));
        Some(reader.finish())
    }

    /// A payment with everything.
    #[must_use]
    pub fn remittance(&self, index: usize) -> Option<Remittance> {
        let row = self.scanner.payments().get(index)?;
        let mut reader = RemittanceReader::default();
        self.each(row.start, row.end, row.delimiters, |segment| reader.segment(segment));
        Some(reader.finish())
    }

    /// The claims that were sent, where the file holds sets of claims (837).
    #[must_use]
    pub fn charges(&self) -> Vec<ChargedClaim> {
        let mut reader = ChargeReader::default();
        if self.scanner.holds_claims() {
            let (mut framer, mut ignored) = (Framer::new(), Findings::with_limit(0));
            while let Ok(Step::Segment(place)) = framer.step(&self.bytes, true, &mut ignored) {
                reader.segment(place, &framer.segment(&self.bytes), framer.envelope());
            }
        }
        reader.finish()
    }

    fn each(&self, start: u64, end: u64, delimiters: Delimiters, visit: impl FnMut(&Segment<'_>)) {
        let end = (end as usize).min(self.bytes.len());
        let bytes = self.bytes.get(start as usize..end).unwrap_or(&[]);
        each_segment(bytes, delimiters, start, visit);
    }
}

/// The file without its line breaks, if those are why it could not be read.
pub(crate) fn wrapped(bytes: &[u8], error: Unreadable) -> Option<Unwrapped> {
    (error.reason == UnreadableReason::HeaderLayout).then(|| unwrap_lines(bytes)).flatten()
}

/// Puts findings back to the bytes as they came, with a finding that says so.
pub(crate) fn note_wrapped(findings: &mut Findings, unwrapped: &Unwrapped) {
    findings.move_spans(|at| unwrapped.original(at));
    let column = unwrapped.column;
    let location = Location { span: Span::new(column, column + 1), ..Location::default() };
    let finding = Finding::new(&superbill_x12::rules::LINES_WRAPPED, location);
    findings.push(finding.with("column", column.to_string()));
    findings.sort();
}
