//! A remittance that streams: what is the next claim, with one claim in memory?

use std::collections::VecDeque;

use serde::Serialize;
use superbill_exchange::remittance::{ClaimReader, ClaimRow, Scaled, Scanner};
use superbill_model::ClaimPayment;
use superbill_types::{Findings, Money};
use superbill_x12::{Framer, Unreadable, UnreadableReason, each_segment};

use crate::FindingRecord;

/// Most bytes one claim may have. Past it the reading stops with an error.
const MAX_CLAIM_BYTES: usize = 4 << 20;

/// Sums over the payments that streamed by.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StreamTotals {
    /// Whether there is a payment, and every payment and claim so far balances.
    pub balanced: bool,
    /// Number of claims begun.
    pub claim_count: u32,
    /// Number of payments ended.
    pub payment_count: u32,
    /// Claims whose money does not add up.
    pub unbalanced_count: u32,
    /// Sum of charges.
    pub charge_amount: Money,
    /// Sum of payments.
    pub payment_amount: Money,
    /// Sum of adjustments of claims and lines.
    pub adjustment_amount: Money,
    /// Of these, the patients'.
    pub patient_responsibility: Money,
    /// Sum of provider adjustments.
    pub provider_adjustment_amount: Money,
}

/// Reads claims from chunks. Memory is bounded by a chunk and the largest claim.
#[derive(Debug, Default)]
pub struct RemittanceStream {
    buffer: Vec<u8>,
    framer: Framer,
    scanner: Scanner,
    findings: Findings,
    /// Claims whose end was seen but which were not handed out.
    ready: VecDeque<ClaimRow>,
    finished: bool,
}

impl RemittanceStream {
    /// Takes in the next bytes and reads what they complete. Claims not yet taken with
    /// [`RemittanceStream::next`] stay in memory.
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes cannot be framed, or a claim passes the limit.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        self.drop_read();
        self.buffer.extend_from_slice(chunk);
        self.read()
    }

    /// Tells that no more bytes will come.
    ///
    /// # Errors
    /// As [`RemittanceStream::push`].
    pub fn finish(&mut self) -> Result<(), Unreadable> {
        self.finished = true;
        self.read()?;
        let end = self.framer.base() + self.buffer.len() as u64;
        self.scanner.finish(end, &mut self.findings);
        self.collect();
        Ok(())
    }

    /// The next whole claim. None: push more, or all were handed out.
    #[expect(clippy::should_implement_trait, reason = "None may be followed by more claims")]
    pub fn next(&mut self) -> Option<ClaimPayment> {
        let row = self.ready.pop_front()?;
        let mut reader = ClaimReader::default();
        let base = self.framer.base();
        let start = row.start.saturating_sub(base) as usize;
        let end = (row.end.saturating_sub(base) as usize).min(self.buffer.len());
        let bytes = self.buffer.get(start..end).unwrap_or(&[]);
        each_segment(bytes, row.delimiters, row.start, |segment| reader.segment(segment));
        Some(reader.finish())
    }

    /// The row of the next whole claim, for sums; takes it.
    pub fn next_row(&mut self) -> Option<ClaimRow> {
        self.ready.pop_front()
    }

    /// The sums so far.
    #[must_use]
    pub fn scanner(&self) -> &Scanner {
        &self.scanner
    }

    /// The totals of the payments read so far.
    #[must_use]
    pub fn totals(&self) -> StreamTotals {
        let totals = self.scanner.totals();
        let money = |sum: Scaled| sum.money().unwrap_or_default();
        StreamTotals {
            balanced: totals.balanced(),
            claim_count: self.scanner.claim_count(),
            payment_count: totals.payments,
            unbalanced_count: totals.unbalanced_claims,
            charge_amount: money(totals.charges),
            payment_amount: money(totals.payment),
            adjustment_amount: money(totals.adjustments),
            patient_responsibility: money(totals.patient),
            provider_adjustment_amount: money(totals.provider_adjustments),
        }
    }

    /// The findings so far, in file order.
    #[must_use]
    pub fn findings(&self) -> Vec<FindingRecord> {
        crate::finding::records(&self.findings)
    }

    fn read(&mut self) -> Result<(), Unreadable> {
        let Self { buffer, framer, scanner, findings, .. } = self;
        scanner.run(framer, buffer, self.finished, findings)?;
        self.collect();
        let kept = self.buffer.len() as u64 + self.framer.base();
        match self.scanner.open_claim() {
            Some(start) if kept - start > MAX_CLAIM_BYTES as u64 => {
                Err(Unreadable { reason: UnreadableReason::ClaimTooLong, offset: start })
            }
            _ => Ok(()),
        }
    }

    fn collect(&mut self) {
        self.ready.extend(self.scanner.claims());
        self.scanner.forget();
    }

    /// Drops bytes that neither an open claim nor one not handed out needs.
    fn drop_read(&mut self) {
        let base = self.framer.base();
        let mut from = base + self.framer.consumed() as u64;
        if let Some(start) = self.scanner.open_claim() {
            from = from.min(start);
        }
        if let Some(row) = self.ready.front() {
            from = from.min(row.start);
        }
        let count = from.saturating_sub(base) as usize;
        self.buffer.drain(..count.min(self.buffer.len()));
        self.framer.shift(count);
    }
}
