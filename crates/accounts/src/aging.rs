//! Aging: how long has the patient owed what?
//!
//! A patient's part is as old as the payment date of the remittance that made it theirs; what the
//! patient paid settles the oldest part first. Day 30 still belongs to the first bucket, day 31 to
//! the second.

use serde::Serialize;
use superbill_types::{Date, Money, sort_by_number};

/// A patient balance by age, in days. The buckets sum to the balance where it is owed, to zero
/// where it is a credit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Aging {
    /// 0 to 30 days, and anything not yet due.
    pub days0_to30: Money,
    /// 31 to 60 days.
    pub days31_to60: Money,
    /// 61 to 90 days.
    pub days61_to90: Money,
    /// 91 to 120 days.
    pub days91_to120: Money,
    /// More than 120 days.
    pub over120: Money,
}

impl Aging {
    /// Spreads a balance over the parts it is left of: newest parts are open first, because
    /// payments settled the oldest. Parts without a day count as new.
    pub(crate) fn spread(balance: Money, mut parts: Vec<(Option<Date>, Money)>, on: Date) -> Self {
        let mut aging = Self::default();
        let mut left = balance.max(Money::ZERO);
        parts.retain(|(_, amount)| !amount.is_negative() && !amount.is_zero());
        sort_by_number(&mut parts, |(date, _)| on.days_since(date.unwrap_or(on)));
        let last = parts.len().saturating_sub(1);
        for (place, (date, amount)) in parts.iter().enumerate() {
            let open = if place == last { left } else { left.min(*amount) };
            *aging.bucket(date.map_or(0, |date| on.days_since(date))) += open;
            left -= open;
        }
        aging.days0_to30 += left;
        aging
    }

    fn bucket(&mut self, days: i64) -> &mut Money {
        match days {
            ..=30 => &mut self.days0_to30,
            31..=60 => &mut self.days31_to60,
            61..=90 => &mut self.days61_to90,
            91..=120 => &mut self.days91_to120,
            _ => &mut self.over120,
        }
    }

    /// All buckets together.
    #[must_use]
    pub fn total(&self) -> Money {
        self.days0_to30 + self.days31_to60 + self.days61_to90 + self.days91_to120 + self.over120
    }

    /// Adds another's buckets, such as those of a patient's next account.
    pub fn add(&mut self, other: &Self) {
        self.days0_to30 += other.days0_to30;
        self.days31_to60 += other.days31_to60;
        self.days61_to90 += other.days61_to90;
        self.days91_to120 += other.days91_to120;
        self.over120 += other.over120;
    }
}
