//! Columns: how do a million claims reach a host as flat arrays?

use superbill_exchange::remittance::{Bulk, Scaled};

use crate::RemittanceFile;

/// One value a claim, in file order. Amounts are exact hundredths; an absent amount is the least `i64`.
#[derive(Clone, Debug, Default)]
pub struct ClaimColumns {
    /// Charges in hundredths.
    pub charge: Vec<i64>,
    /// Payments in hundredths.
    pub payment: Vec<i64>,
    /// Adjustments in hundredths.
    pub adjustment: Vec<i64>,
    /// Patients' parts in hundredths.
    pub patient: Vec<i64>,
    /// Status codes as numbers.
    pub status: Vec<u8>,
    /// 1 balanced, 2 denied, 4 reversal.
    pub flags: Vec<u8>,
}

impl RemittanceFile {
    /// The claims from `start` up to, not including, `end` as flat arrays that a decoder makes objects of.
    #[must_use]
    pub fn bulk(&self, start: usize, end: usize) -> Bulk {
        let mut bulk = Bulk::default();
        for row in self.claim_rows().iter().take(end).skip(start) {
            bulk.claim(row, self.claim_bytes(row));
        }
        bulk
    }

    /// The sums of all claims as flat arrays.
    #[must_use]
    pub fn columns(&self) -> ClaimColumns {
        let rows = self.claim_rows();
        let amounts = |of: fn(&superbill_exchange::remittance::ClaimRow) -> Scaled| {
            rows.iter().map(|row| hundredths(of(row))).collect()
        };
        ClaimColumns {
            charge: amounts(|row| row.charge),
            payment: amounts(|row| row.paid),
            adjustment: amounts(|row| row.adjustments),
            patient: amounts(|row| row.patient_adjustments),
            status: rows.iter().map(|row| row.status).collect(),
            flags: rows.iter().map(|row| row.flags.0).collect(),
        }
    }
}

/// Hundredths, where the amount has no finer part; absent otherwise.
fn hundredths(amount: Scaled) -> i64 {
    amount.units().filter(|units| units % 100 == 0).map_or(i64::MIN, |units| units / 100)
}
