//! Search: which claims of an open file match, in which order?

use memchr::memchr2_iter;
use serde::{Deserialize, Serialize};
use superbill_exchange::remittance::{ClaimRow, Flags};
use superbill_types::sort_by_number;

use crate::RemittanceFile;

/// What to look for; absent conditions match all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimQuery {
    /// Text anywhere in the claim: a name, a number, a procedure. Letter case does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Claim status code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Whether the claim's money adds up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balanced: Option<bool>,
    /// Whether the payer denied it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied: Option<bool>,
    /// Adjustment reason: `45`, or with its group `CO-45`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Position of the payment in the file, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<u32>,
    /// Order of the result.
    pub sort: ClaimSort,
    /// Largest first.
    pub descending: bool,
}

/// An order of claims. Equal ones stay in file order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ClaimSort {
    /// As in the file.
    #[default]
    File,
    /// By charge.
    Charge,
    /// By payment.
    Payment,
    /// By all adjustments.
    Adjustment,
    /// By the patient's part.
    Patient,
}

impl ClaimSort {
    /// The order of a name such as `charge`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "file" => Self::File,
            "charge" => Self::Charge,
            "payment" => Self::Payment,
            "adjustment" => Self::Adjustment,
            "patient" => Self::Patient,
            _ => return None,
        })
    }
}

impl RemittanceFile {
    /// The positions of the claims that match, in the order asked for.
    #[must_use]
    pub fn search(&self, query: &ClaimQuery) -> Vec<u32> {
        let status = query.status.as_ref().map(|status| status.parse::<u8>().unwrap_or(0));
        let text = query.text.as_ref().map(|text| text.trim()).filter(|text| !text.is_empty());
        let mut found: Vec<u32> = (0..self.claim_count() as u32)
            .filter(|&index| {
                let row = &self.claim_rows()[index as usize];
                query.payment.is_none_or(|wanted| wanted == row.payment)
                    && status.is_none_or(|wanted| wanted == row.status)
                    && query.balanced.is_none_or(|wanted| wanted == row.flags.has(Flags::BALANCED))
                    && query.denied.is_none_or(|wanted| wanted == row.flags.has(Flags::DENIED))
                    && text.is_none_or(|text| contains(self.claim_bytes(row), text.as_bytes()))
                    && query.reason.as_ref().is_none_or(|reason| self.has_reason(index, reason))
            })
            .collect();
        let key = |index: &u32| {
            let row = &self.claim_rows()[*index as usize];
            match query.sort {
                ClaimSort::File => i64::from(*index),
                ClaimSort::Charge => row.charge.or_zero(),
                ClaimSort::Payment => row.paid.or_zero(),
                ClaimSort::Adjustment => row.adjustments.or_zero(),
                ClaimSort::Patient => row.patient_adjustments.or_zero(),
            }
        };
        // All bits turned, the largest number is the smallest.
        let turn = if query.descending { -1 } else { 0 };
        sort_by_number(&mut found, |index| key(index) ^ turn);
        found
    }

    pub(super) fn claim_bytes(&self, row: &ClaimRow) -> &[u8] {
        self.bytes().get(row.start as usize..row.end as usize).unwrap_or(&[])
    }

    fn has_reason(&self, index: u32, wanted: &str) -> bool {
        let (group, reason) = wanted.split_once('-').unwrap_or(("", wanted));
        let mut found = false;
        self.each_segment_of(index as usize, |segment| {
            found |= segment.id() == b"CAS"
                && (group.is_empty() || segment.element(1) == group.as_bytes())
                && (2..=17).step_by(3).any(|n| segment.element(n) == reason.as_bytes());
        });
        found
    }
}

/// Whether `bytes` hold `text`; ASCII letter case does not count.
fn contains(bytes: &[u8], text: &[u8]) -> bool {
    let [first, ..] = *text else { return true };
    memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), bytes).any(|at| {
        bytes.get(at..at + text.len()).is_some_and(|part| part.eq_ignore_ascii_case(text))
    })
}
