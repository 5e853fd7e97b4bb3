//! Answers: what is a payer's last word on a claim, among all that its remittances say?
//!
//! A reversal takes back what was said before; a correction stands in its place. A claim the payer split (remark
//! `MA15`) is answered in parts that charge together what was charged: they are one answer. What stands at the
//! end and charges the whole claim is the last word.
//!
//! Source: RFI 791, 1076, 1147, 2499.

use superbill_model::{Claim, ClaimPayment, Remittance};
use superbill_types::{DateValue, Money};

/// A payer's answer to a claim.
pub(super) struct Answer {
    /// What it says; parts are joined.
    pub(super) payment: ClaimPayment,
    /// Day of payment.
    pub(super) date: Option<DateValue>,
    /// Day of payment of each of its services.
    pub(super) service_dates: Vec<Option<DateValue>>,
}

/// A part of an answer, with the remittance it stands in.
type Part<'r> = (&'r ClaimPayment, &'r Remittance);

impl Answer {
    /// The last word on a claim; none where nothing answers it.
    pub(super) fn last_word(claim: &Claim, remittances: &[Remittance]) -> Option<Self> {
        let sent = claim.patient_control_number.reveal();
        let all = remittances.iter().flat_map(|one| one.claims().map(move |part| (part, one)));
        let ours = all.filter(|(payment, _)| {
            payment.patient_control_number.reveal().eq_ignore_ascii_case(sent)
        });
        let mut standing: Vec<Part<'_>> = Vec::new();
        let mut reversal = None;
        for part in ours {
            if part.0.is_reversal() {
                take_back(&mut standing, part.0);
                reversal = Some(part);
            } else {
                standing.push(part);
            }
        }
        let parts = last_whole(&standing, claim.charge_amount);
        match (parts, reversal) {
            ([], None) => None,
            // Nothing stands: the reversal is the last word.
            ([], Some(reversal)) => Some(Self::join(&[reversal])),
            (parts, _) => Some(Self::join(parts)),
        }
    }

    /// One answer of its parts.
    pub(super) fn join(parts: &[Part<'_>]) -> Self {
        let mut out =
            Self { payment: ClaimPayment::default(), date: None, service_dates: Vec::new() };
        for (n, (part, remittance)) in parts.iter().enumerate() {
            let date = remittance.payment_date.as_ref().or(remittance.production_date.as_ref());
            out.date = date.cloned().or(out.date);
            out.service_dates.extend(part.services.iter().map(|_| date.cloned()));
            if n == 0 {
                out.payment = (*part).clone();
                continue;
            }
            let joined = &mut out.payment;
            add(&mut joined.charge_amount, part.charge_amount);
            add(&mut joined.payment_amount, part.payment_amount);
            add(&mut joined.patient_responsibility, part.patient_responsibility);
            let segments = joined.adjustments.iter().map(|one| one.segment + 1).max().unwrap_or(0);
            joined.adjustments.extend(part.adjustments.iter().map(|one| {
                let mut one = one.clone();
                one.segment += segments;
                one
            }));
            joined.names.extend(part.names.iter().cloned());
            joined.services.extend(part.services.iter().cloned());
        }
        out
    }
}

fn add(sum: &mut Option<Money>, more: Option<Money>) {
    if let Some(more) = more {
        *sum = Some(sum.unwrap_or_default() + more);
    }
}

/// Takes away what a reversal takes back: the answer of its payer's number, else the last of its amounts, else
/// all.
fn take_back(standing: &mut Vec<Part<'_>>, reversal: &ClaimPayment) {
    let charge = reversal.charge_amount.map(|charge| Money::ZERO - charge);
    let of_amount = |(part, _): &Part<'_>| {
        part.charge_amount == charge || part.charge_amount == reversal.charge_amount
    };
    let of_number = |(part, _): &Part<'_>| {
        part.payer_claim_number.is_some() && part.payer_claim_number == reversal.payer_claim_number
    };
    let both = standing.iter().rposition(|part| of_number(part) && of_amount(part));
    match both.or_else(|| standing.iter().rposition(of_amount)) {
        Some(at) => {
            standing.remove(at);
        }
        None => standing.clear(),
    }
}

/// The last of the answers that charge together what was charged; the last one where none do.
fn last_whole<'p, 'r>(standing: &'p [Part<'r>], charge: Option<Money>) -> &'p [Part<'r>] {
    let mut sum = Money::ZERO;
    for at in (0..standing.len()).rev() {
        sum += standing[at].0.charge_amount.unwrap_or_default();
        if Some(sum) == charge {
            // A part may hold lines free of charge only; it is a part all the same.
            let free = |(part, _): &&Part<'_>| part.charge_amount.is_some_and(Money::is_zero);
            let before = standing[..at].iter().rev().take_while(free).count();
            return &standing[at - if sum.is_zero() { 0 } else { before }..];
        }
    }
    &standing[standing.len().saturating_sub(1)..]
}
