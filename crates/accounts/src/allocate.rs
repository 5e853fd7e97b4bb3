//! Allocation: what do several payers' answers to one claim make together?
//!
//! Every payer answers for the whole charge, and each speaks after the one before it. So the
//! answers are taken in the order of the payers (primary, secondary, ...), whatever order the
//! files came in, and the last payer says what is left for the patient.
//!
//! **What is open** when a payer speaks:
//!
//! ```text
//! open = charges - insurance payments - contractual adjustments - other adjustments
//! ```
//!
//! **What a payer says** beside the part of earlier payers (OA-23):
//!
//! ```text
//! stated = paid + written off + other + patient's part + denied
//! ```
//!
//! For a first payer that balances, `open = stated`. For a later payer whose OA-23 tells all that
//! happened before it, `open = stated` as well. Where they differ:
//!
//! 1. `stated > open`, and earlier payers have settled something: the payer *repeats* what is in
//!    the account already (it puts the first payer's write-off or payment into its own CO-45). The
//!    repeated amount is taken out of its write-off, then out of its denial, then out of its other
//!    adjustments, never out of a payment. `balance before = paid + write-off + patient's part`
//!    holds again.
//! 2. `stated < open`, and no earlier payer was ever posted here: the difference, up to OA-23, is
//!    shown as a *prior payer's* part among the other adjustments. It goes away when that payer is
//!    posted.
//! 3. `stated < open` otherwise: what is missing stays in the insurance balance; as denied as far
//!    as an earlier payer denied it, else as *unexplained*. Nothing is invented.
//!
//! **After the last payer**
//!
//! ```text
//! patient responsibility = its patient's part, at most what is open;
//!                          nothing while the claim is on its way to a next payer
//! insurance balance      = open - patient responsibility
//! patient balance        = patient responsibility - patient payments
//! ```
//!
//! and always, for every account:
//!
//! ```text
//! charges = insurance payments + patient payments + contractual + other
//!         + insurance balance + patient balance
//! ```
//!
//! A negative balance is a credit: somebody was paid too much. Charges are those of the claim as we
//! charged it; where that claim is not here, those of the first payer's answers.
//!
//! **Several answers of one payer** are summed: a claim in parts, a reversal and its correction, a
//! payment and a later one. One case is not a sum: a denial and then another answer for the same
//! charge is one claim sent twice, so the denial is superseded; of several denials the latest
//! stands. (A denial here: nothing paid or written off, and status 4 or nothing for the patient; a
//! part marked MA15 is none.)
//!
//! Sources: X12 RFI 2548, 2806, 1076, 1147.

use superbill_types::{Date, Money};

use crate::sums::Sums;

/// The answers of one payer to one claim.
#[derive(Clone, Debug)]
pub(crate) struct PayerPart {
    /// Place among the payers, from 1.
    pub(crate) order: u8,
    /// Journal place of its first answer: tells which payer it is.
    pub(crate) first: u32,
    /// Its answers, by payment.
    pub(crate) payments: Vec<PaymentPart>,
}

/// What one payment of a payer says about one claim.
#[derive(Clone, Debug, Default)]
pub(crate) struct PaymentPart {
    /// Journal place of its first answer: tells which payment it is.
    pub(crate) first: u32,
    /// Day of the payment.
    pub(crate) date: Option<Date>,
    pub(crate) sums: Sums,
    /// Answers that stand: neither reversed nor undone.
    pub(crate) standing: u32,
    /// Of these, whole denials that are not part of a split claim.
    pub(crate) denials: u32,
    /// Of these, such as were sent on to a next payer.
    pub(crate) forwarded: u32,
    /// Charge of answers that the payer took back.
    pub(crate) reversed_charge: Money,
}

impl PaymentPart {
    fn is_denial(&self) -> bool {
        self.standing > 0 && self.denials == self.standing
    }
}

impl PayerPart {
    /// The payments that count: all but superseded denials.
    pub(crate) fn counting(&self) -> impl Iterator<Item = &PaymentPart> {
        let answered: Money = self
            .payments
            .iter()
            .filter(|part| !part.is_denial())
            .map(|part| part.sums.charge)
            .sum();
        let denials = self.payments.iter().enumerate().filter(|(_, part)| part.is_denial());
        let latest = denials.max_by_key(|(place, part)| (part.date, *place));
        let kept = latest.filter(|(_, part)| part.sums.charge != answered).map(|(place, _)| place);
        let parts = self.payments.iter().enumerate();
        parts
            .filter(move |(place, part)| !part.is_denial() || kept == Some(*place))
            .map(|(_, part)| part)
    }

    fn sums(&self) -> Sums {
        let mut sums = Sums::default();
        self.counting().for_each(|part| sums.add(&part.sums));
        sums
    }

    /// Whether any of its answers stands.
    fn stands(&self) -> bool {
        self.payments.iter().any(|part| part.standing > 0)
    }

    fn forwarded(&self) -> bool {
        self.counting().any(|part| part.forwarded > 0)
    }

    /// What it was asked for, also where it took everything back.
    fn charge(&self) -> Money {
        if self.stands() {
            return self.sums().charge;
        }
        self.payments.iter().map(|part| part.reversed_charge).max().unwrap_or_default()
    }
}

/// The state of an account in money. See the equations in the module's documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// What was charged.
    pub charges: Money,
    /// What payers paid, less what they took back.
    pub insurance_payments: Money,
    /// What the patient paid, less refunds.
    pub patient_payments: Money,
    /// Written off under contracts.
    pub contractual_adjustments: Money,
    /// Explained otherwise, with `prior_payer`.
    pub other_adjustments: Money,
    /// What payers assigned to the patient.
    pub patient_responsibility: Money,
    /// What is still with payers; negative is a credit.
    pub insurance_balance: Money,
    /// What the patient owes; negative is a credit.
    pub patient_balance: Money,
    /// Within the insurance balance: denied, to be worked.
    pub denied: Money,
    /// Within the insurance balance: on its way to the next payer.
    pub pending_next_payer: Money,
    /// Within the insurance balance: what no payer's answer accounts for.
    pub unexplained: Money,
    /// Within other adjustments: done by an earlier payer that was never posted here.
    pub prior_payer: Money,
    /// Stated by later payers and already in the account: not taken twice.
    pub repeated: Money,
    /// Patient's part beyond what is open: not billed.
    pub patient_excess: Money,
}

impl Balance {
    /// Whether charges are payments, adjustments and balances.
    #[must_use]
    pub fn conserves(&self) -> bool {
        self.charges
            == self.insurance_payments
                + self.patient_payments
                + self.contractual_adjustments
                + self.other_adjustments
                + self.insurance_balance
                + self.patient_balance
    }

    fn open(&self) -> Money {
        self.charges
            - self.insurance_payments
            - self.contractual_adjustments
            - self.other_adjustments
    }
}

/// The payer that says what is left for the patient: the last one with an answer that stands.
pub(crate) fn last_word(payers: &[PayerPart]) -> Option<&PayerPart> {
    payers.iter().rev().find(|payer| payer.stands())
}

/// The balance of an account; its payers come in the order they speak.
pub(crate) fn allocate(
    charged: Option<Money>,
    payers: &[PayerPart],
    patient_payments: Money,
) -> Balance {
    let charges = charged.unwrap_or_else(|| {
        payers.iter().map(|part| part.charge()).find(|charge| !charge.is_zero()).unwrap_or_default()
    });
    let mut balance = Balance { charges, patient_payments, ..Balance::default() };
    let mut patient = Money::ZERO;
    let mut earlier = false;
    for payer in payers {
        if payer.stands() {
            patient = speak(&mut balance, &payer.sums(), earlier);
        }
        earlier |= payer.stands() || !payer.charge().is_zero();
    }
    finish(&mut balance, patient, last_word(payers).is_some_and(PayerPart::forwarded));
    balance
}

/// One payer's word on top of the balance so far; gives its patient's part. `earlier`: whether a
/// payer before it was ever posted.
fn speak(balance: &mut Balance, said: &Sums, earlier: bool) -> Money {
    let open = balance.open();
    let settled = balance.charges - open;
    let mut sums = *said;
    let over = sums.stated() - open;
    let mut repeated = over.min(settled).max(Money::ZERO);
    for part in [&mut sums.contractual, &mut sums.denied, &mut sums.other] {
        let taken = repeated.min((*part).max(Money::ZERO));
        *part -= taken;
        repeated -= taken;
        balance.repeated += taken;
    }
    let mut missing = (-over).max(Money::ZERO);
    if !earlier {
        let prior = missing.min(sums.prior.max(Money::ZERO));
        balance.prior_payer += prior;
        sums.other += prior;
        missing -= prior;
    }
    balance.insurance_payments += sums.paid;
    balance.contractual_adjustments += sums.contractual;
    balance.other_adjustments += sums.other;
    let still_denied = missing.min(balance.denied.max(Money::ZERO));
    balance.denied = sums.denied + still_denied;
    balance.unexplained = missing - still_denied;
    sums.patient
}

/// Splits what is open after the last payer into what insurance and patient owe.
fn finish(balance: &mut Balance, stated: Money, forwarded: bool) {
    let open = balance.open();
    let patient = stated.min(open.max(Money::ZERO));
    balance.patient_excess = stated - patient;
    if forwarded {
        balance.pending_next_payer = patient;
    } else {
        balance.patient_responsibility = patient;
    }
    balance.insurance_balance = open - balance.patient_responsibility;
    balance.patient_balance = balance.patient_responsibility - balance.patient_payments;
    let pending = balance.pending_next_payer.max(Money::ZERO);
    let workable = (balance.insurance_balance - pending).max(Money::ZERO);
    balance.denied = balance.denied.max(Money::ZERO).min(workable);
}
