//! Rows: what is kept of each claim and payment while a file of any size goes by?

use superbill_types::Money;
use superbill_x12::{Delimiters, SCALE};

/// An amount in ten-thousandths, or none: what inner sums run over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scaled(i64);

impl Scaled {
    /// Missing, or text that is no amount.
    pub const ABSENT: Self = Self(i64::MIN);
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From ten-thousandths.
    #[must_use]
    pub const fn new(units: i64) -> Self {
        Self(units)
    }

    /// Reads an element.
    #[must_use]
    #[inline]
    pub fn read(text: &[u8]) -> Self {
        superbill_x12::scaled(text).map_or(Self::ABSENT, Self)
    }

    /// Ten-thousandths; none if absent.
    #[must_use]
    pub fn units(self) -> Option<i64> {
        (self != Self::ABSENT).then_some(self.0)
    }

    /// Ten-thousandths; 0 if absent.
    #[must_use]
    #[inline]
    pub fn or_zero(self) -> i64 {
        if self == Self::ABSENT { 0 } else { self.0 }
    }

    /// As money; none if absent.
    #[must_use]
    pub fn money(self) -> Option<Money> {
        self.units().map(money)
    }

    /// Adds; what no sum can hold becomes absent, which balances with nothing.
    #[inline]
    pub(super) fn add(&mut self, units: i64) {
        if *self != Self::ABSENT {
            self.0 = self.0.checked_add(units).unwrap_or(i64::MIN);
        }
    }
}

impl core::fmt::Debug for Scaled {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.money() {
            Some(money) => write!(f, "{money}"),
            None => f.write_str("absent"),
        }
    }
}

/// Ten-thousandths as money.
pub(crate) fn money(units: i64) -> Money {
    Money::from_scaled(units, SCALE)
}

/// What is known of a claim at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u8);

impl Flags {
    /// Every equation of the claim holds.
    pub const BALANCED: u8 = 1;
    /// The payer denied it.
    pub const DENIED: u8 = 2;
    /// It takes back an earlier payment.
    pub const REVERSAL: u8 = 4;

    /// Whether all bits of `flag` are set.
    #[must_use]
    pub fn has(self, flag: u8) -> bool {
        self.0 & flag == flag
    }

    pub(super) fn set(&mut self, flag: u8, on: bool) {
        self.0 = if on { self.0 | flag } else { self.0 & !flag };
    }
}

/// One claim, as small as sums and tables need it. The rest is read from its bytes when looked at.
#[derive(Clone, Copy, Debug)]
pub struct ClaimRow {
    /// Separators of its interchange.
    pub delimiters: Delimiters,
    /// First byte of the claim in the file.
    pub start: u64,
    /// One past its last byte.
    pub end: u64,
    /// Which payment of the file it belongs to, from 0.
    pub payment: u32,
    /// Which claim of its payment it is, from 0.
    pub index: u32,
    /// What was charged.
    pub charge: Scaled,
    /// What was paid.
    pub paid: Scaled,
    /// What the payer says the patient owes (CLP05).
    pub patient: Scaled,
    /// Sum of the adjustments of the claim and its lines.
    pub adjustments: Scaled,
    /// Of these, the patient's (group PR).
    pub patient_adjustments: Scaled,
    /// Sum of the line charges.
    pub service_charges: Scaled,
    /// Number of lines.
    pub services: u32,
    /// Claim status code as a number; 0 if it is none of up to two digits.
    pub status: u8,
    /// Balanced, denied, reversal.
    pub flags: Flags,
}

/// One payment (transaction set), its sums and where its parts are.
#[derive(Clone, Debug)]
pub struct PaymentRow {
    /// Separators of its interchange.
    pub delimiters: Delimiters,
    /// First byte of its interchange header (ISA) in the file.
    pub interchange_start: u64,
    /// First byte of its group header (GS) in the file.
    pub group_start: u64,
    /// First byte of ST in the file.
    pub start: u64,
    /// One past the last byte of the set.
    pub end: u64,
    /// Where the header ends: the first byte of the first group, claim, provider adjustment or trailer.
    pub header_end: u64,
    /// Where the summary starts: the first byte of the first provider adjustment, or of the trailer.
    pub summary_start: u64,
    /// Its first claim, by position among the claims of the file.
    pub first_claim: u32,
    /// Number of claims.
    pub claims: u32,
    /// Claims that do not balance.
    pub unbalanced_claims: u32,
    /// What was paid (BPR02).
    pub payment: Scaled,
    /// Sum of claims paid.
    pub claims_paid: Scaled,
    /// Sum of provider adjustments; positive lowers the payment.
    pub provider_adjustments: Scaled,
    /// Sum of claim charges.
    pub charges: Scaled,
    /// Sum of adjustments of claims and lines.
    pub adjustments: Scaled,
    /// Sum of the patients' parts.
    pub patient: Scaled,
    /// Whether the payment itself adds up.
    pub adds_up: bool,
}

impl PaymentRow {
    /// Whether it and every claim of it balance.
    #[must_use]
    pub fn balanced(&self) -> bool {
        self.adds_up && self.unbalanced_claims == 0
    }
}

/// Sums over payments.
#[derive(Clone, Copy, Debug)]
pub struct Totals {
    /// Number of payments.
    pub payments: u32,
    /// Claims that do not balance.
    pub unbalanced_claims: u32,
    /// Payments that do not add up themselves.
    pub unbalanced_payments: u32,
    /// Sum of payments.
    pub payment: Scaled,
    /// Sum of claim charges.
    pub charges: Scaled,
    /// Sum of adjustments of claims and lines.
    pub adjustments: Scaled,
    /// Sum of the patients' parts.
    pub patient: Scaled,
    /// Sum of provider adjustments.
    pub provider_adjustments: Scaled,
}

impl Default for Totals {
    fn default() -> Self {
        let none = Scaled::ZERO;
        Self {
            payments: 0,
            unbalanced_claims: 0,
            unbalanced_payments: 0,
            payment: none,
            charges: none,
            adjustments: none,
            patient: none,
            provider_adjustments: none,
        }
    }
}

impl Totals {
    /// Whether there is a payment, and every payment and claim balances.
    #[must_use]
    pub fn balanced(&self) -> bool {
        self.payments > 0 && self.unbalanced_claims == 0 && self.unbalanced_payments == 0
    }

    pub(super) fn add(&mut self, row: &PaymentRow) {
        self.payments += 1;
        self.unbalanced_claims += row.unbalanced_claims;
        self.unbalanced_payments += u32::from(!row.adds_up);
        for (sum, part) in [
            (&mut self.payment, row.payment),
            (&mut self.charges, row.charges),
            (&mut self.adjustments, row.adjustments),
            (&mut self.patient, row.patient),
            (&mut self.provider_adjustments, row.provider_adjustments),
        ] {
            sum.add(part.or_zero());
        }
    }
}

/// What one group and reason code took off, over all claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonTotal {
    /// Adjustment group such as `CO`.
    pub group: String,
    /// Adjustment reason such as `45`.
    pub reason: String,
    /// Sum.
    pub amount: Scaled,
    /// How often it was used.
    pub count: u32,
}
