//! Amounts: what is allowed, and who bears which part of it?
//!
//! For one line, or for a claim that is answered as a whole:
//!
//! ```text
//! charge = paid + taken off by contract + patient's part + what earlier payers did (OA-23)
//! ```

use rust_decimal::{Decimal, RoundingStrategy};
use superbill_model::Adjustment;
use superbill_types::Money;

use crate::{Coordination, CostShare};

/// What is asked of this payer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// What is charged.
    pub(super) charge: Money,
    /// What earlier payers left to the patient; none for the first payer.
    pub(super) left: Option<Money>,
    /// What earlier payers paid.
    pub(super) paid_before: Money,
}

impl Asked {
    /// What is open to this payer.
    pub(super) fn open(&self) -> Money {
        self.left.unwrap_or(self.charge)
    }

    /// What earlier payers did: the whole of their impact, not only what they paid (RFI 2806).
    fn impact(&self) -> Money {
        self.charge - self.open()
    }
}

/// What is decided.
#[derive(Clone, Debug, Default)]
pub(super) struct Ruling {
    pub(super) paid: Money,
    pub(super) allowed: Money,
    pub(super) adjustments: Vec<Adjustment>,
}

/// What a patient still has to bear before and beside the payer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shares {
    /// Copay not yet asked for this claim.
    pub(super) copay: Money,
    /// Deductible not yet met.
    pub(super) deductible: Money,
    /// Percent of the rest.
    pub(super) coinsurance_percent: u32,
}

impl Shares {
    pub(super) fn of(plan: &CostShare, met: Money) -> Self {
        Self {
            copay: plan.copay,
            deductible: (plan.deductible - met).max(Money::ZERO),
            coinsurance_percent: plan.coinsurance_percent,
        }
    }

    /// Takes the patient's parts of an allowed amount: copay, deductible, coinsurance.
    fn take(&mut self, allowed: Money) -> [Money; 3] {
        let allowed = allowed.max(Money::ZERO);
        let copay = self.copay.min(allowed);
        let deductible = self.deductible.min(allowed - copay);
        let rest = allowed - copay - deductible;
        self.copay -= copay;
        self.deductible -= deductible;
        [copay, deductible, percent(rest, self.coinsurance_percent)]
    }
}

/// Pays what is asked for, as far as it is allowed.
pub(super) fn pay(asked: Asked, allowed: Money, shares: &mut Shares, by: Coordination) -> Ruling {
    let before = *shares;
    // A case rate may be more than the charge; what the patient bears is a part of the charge.
    let parts = shares.take(allowed.min(asked.charge));
    let benefit = allowed - parts.into_iter().sum();
    let mut ruling = Ruling { paid: benefit, allowed, ..Ruling::default() };
    let Some(left) = asked.left else {
        let off = asked.charge - allowed;
        let (group, reason) = if off.is_negative() { ("OA", "94") } else { ("CO", "45") };
        ruling.adjust(group, reason, off);
        for (reason, part) in ["3", "1", "2"].into_iter().zip(parts) {
            ruling.adjust("PR", reason, part);
        }
        return ruling;
    };
    let most = match by {
        Coordination::NonDuplication => (benefit - asked.paid_before).max(Money::ZERO),
        Coordination::Standard | Coordination::LastResort => benefit,
    };
    ruling.paid = most.min(left);
    ruling.adjust("OA", "23", asked.impact());
    let mut rest = left - ruling.paid;
    if by == Coordination::LastResort {
        ruling.adjust("CO", "45", rest);
        *shares = before;
        return ruling;
    }
    // Only what the patient is told to bear counts as borne.
    *shares = before;
    let [copay, deductible, _] = parts;
    let (copay, rest_of) = (copay.min(rest), rest - copay.min(rest));
    let deductible = deductible.min(rest_of);
    shares.copay -= copay;
    shares.deductible -= deductible;
    rest = rest_of - deductible;
    for (reason, part) in [("3", copay), ("1", deductible), ("2", rest)] {
        ruling.adjust("PR", reason, part);
    }
    ruling
}

/// Pays nothing of what is open, for this reason.
pub(super) fn refuse(asked: Asked, group: &str, reason: &str) -> Ruling {
    let mut ruling = Ruling::default();
    ruling.adjust("OA", "23", asked.impact());
    ruling.adjust(group, reason, asked.open());
    ruling
}

impl Ruling {
    /// Adds an adjustment, where there is anything to adjust.
    pub(super) fn adjust(&mut self, group: &str, reason: &str, amount: Money) {
        if amount.is_zero() {
            return;
        }
        let segment = match self.adjustments.last() {
            Some(last) if last.group == group => last.segment,
            Some(last) => last.segment + 1,
            None => 0,
        };
        self.adjustments.push(Adjustment {
            group: group.into(),
            reason: reason.into(),
            amount: Some(amount),
            segment,
            ..Adjustment::default()
        });
    }
}

/// A part of an amount, in cents, halves up.
pub(super) fn percent(amount: Money, percent: u32) -> Money {
    times(amount, Decimal::new(i64::from(percent), 2))
}

/// So many times an amount, in cents.
pub(super) fn times(amount: Money, count: Decimal) -> Money {
    let product = amount.decimal().checked_mul(count).unwrap_or_default();
    Money::from_decimal(product.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

/// What adjustments of the group `PR` leave to the patient.
pub(crate) fn patient_part(adjustments: &[Adjustment]) -> Money {
    adjustments.iter().filter(|one| one.group == "PR").filter_map(|one| one.amount).sum()
}
