//! Balance: which terms make up each equation of a claim or payment, and by how much do they differ?
//!
//! The proof behind a finding, for people to see: every equation with its terms, whether it holds or not.

use superbill_model::{Adjustment, ClaimPayment, Remittance};
use superbill_types::Money;

/// Which equation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BalanceLevel {
    /// Claims paid less provider adjustments is the payment.
    Payment,
    /// Charge less all adjustments is what was paid.
    Claim,
    /// Line charges add up to the claim's charge.
    ClaimFromLines,
    /// Line charge less line adjustments is what was paid.
    Service,
}

/// One term of an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceTerm {
    /// What it is, in a biller's words.
    pub label: &'static str,
    /// Its amount.
    pub amount: Money,
    /// Whether it is taken off.
    pub subtracted: bool,
}

/// An equation with its terms and result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceCheck {
    /// Which equation.
    pub level: BalanceLevel,
    /// The service line, from 0, at that level.
    pub service: Option<usize>,
    /// The terms.
    pub terms: Vec<BalanceTerm>,
    /// What the terms come to.
    pub expected: Money,
    /// What was stated; none if it was missing or no amount.
    pub found: Option<Money>,
    /// Whether every amount was readable; without that nothing is proved.
    pub readable: bool,
}

impl BalanceCheck {
    /// Whether the equation is proved.
    #[must_use]
    pub fn balanced(&self) -> bool {
        self.readable && self.found == Some(self.expected)
    }

    /// Whether it proves what was paid; line charges against the claim's charge do not.
    #[must_use]
    pub fn proves_payment(&self) -> bool {
        self.level != BalanceLevel::ClaimFromLines
    }

    /// What was stated less what the terms come to.
    #[must_use]
    pub fn difference(&self) -> Option<Money> {
        self.found.map(|found| found - self.expected)
    }
}

/// The equations of a claim: each line's, the claim's own, and the claim from its lines.
#[must_use]
pub fn claim_checks(claim: &ClaimPayment) -> Vec<BalanceCheck> {
    let mut checks: Vec<_> = claim
        .services
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let (adjusted, readable) = total(&line.adjustments);
            let terms =
                vec![add("charged", line.charge_amount), take("line adjustments", adjusted)];
            let readable = readable && line.charge_amount.is_some();
            check(BalanceLevel::Service, Some(n), terms, line.payment_amount, readable)
        })
        .collect();
    let (on_claim, readable) = total(&claim.adjustments);
    let lines: Vec<_> = claim.services.iter().map(|line| total(&line.adjustments)).collect();
    let on_lines = lines.iter().map(|(amount, _)| *amount).sum();
    let readable =
        readable && claim.charge_amount.is_some() && lines.iter().all(|(_, readable)| *readable);
    let terms = vec![
        add("charged", claim.charge_amount),
        take("claim adjustments", on_claim),
        take("line adjustments", on_lines),
    ];
    checks.push(check(BalanceLevel::Claim, None, terms, claim.payment_amount, readable));
    if !claim.services.is_empty() {
        let charges = claim.services.iter().map(|line| line.charge_amount);
        let readable = charges.clone().all(|charge| charge.is_some());
        let sum: Money = charges.flatten().sum();
        let terms = vec![add("line charges", Some(sum))];
        let level = BalanceLevel::ClaimFromLines;
        checks.push(check(level, None, terms, claim.charge_amount, readable));
    }
    checks
}

/// The equation of a payment.
#[must_use]
pub fn payment_check(remittance: &Remittance, claims_paid: Option<Money>) -> BalanceCheck {
    let adjustments = &remittance.provider_adjustments;
    let readable = claims_paid.is_some() && adjustments.iter().all(|a| a.amount.is_some());
    let adjusted = adjustments.iter().filter_map(|adjustment| adjustment.amount).sum();
    let terms = vec![add("claims paid", claims_paid), take("provider adjustments", adjusted)];
    check(BalanceLevel::Payment, None, terms, remittance.payment_amount, readable)
}

fn check(
    level: BalanceLevel,
    service: Option<usize>,
    terms: Vec<BalanceTerm>,
    found: Option<Money>,
    readable: bool,
) -> BalanceCheck {
    let expected = terms.iter().map(|t| if t.subtracted { -t.amount } else { t.amount }).sum();
    BalanceCheck { level, service, terms, expected, found, readable }
}

fn add(label: &'static str, amount: Option<Money>) -> BalanceTerm {
    BalanceTerm { label, amount: amount.unwrap_or_default(), subtracted: false }
}

fn take(label: &'static str, amount: Money) -> BalanceTerm {
    BalanceTerm { label, amount, subtracted: true }
}

/// Sum of adjustments, and whether each was an amount.
fn total(adjustments: &[Adjustment]) -> (Money, bool) {
    let readable = adjustments.iter().all(|adjustment| adjustment.amount.is_some());
    (adjustments.iter().filter_map(|adjustment| adjustment.amount).sum(), readable)
}
