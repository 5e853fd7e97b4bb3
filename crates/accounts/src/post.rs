//! Posting: which claims of a remittance go into the journal, and why not the others?
//!
//! Claims are taken in the order sent. Each is posted whole or refused whole, with a reason:
//!
//! * a payment whose own total does not balance is refused with all its claims, and a claim that
//!   does not balance is refused alone, unless the user accepts it as it is; a balance that was
//!   not proved is none;
//! * the same payer, trace number, amount and claim again is a duplicate, however often the file
//!   comes; a claim that stands twice in one payment, alike in every detail, is posted once and
//!   held once;
//! * estimates (status 25), claims of another payer (23) and statuses not known are not posted;
//! * a reversal (22) takes back the standing answer of the same payer whose charge and payment it
//!   negates, the one with its payer claim number first. If there is none, its negative amounts are
//!   posted and said to be so;
//! * a status that does not tell the payer's place (4, 22) takes it from what this payer answered
//!   before or answers for the same claim in the same payment; else it comes after the payers that
//!   are there.
//!
//! The payment itself, with what the payer moved outside any claim, is journalled once and touches
//! no account.

use superbill_model::Remittance;
use superbill_types::{Finding, Location, Money, Phi, Rule, Severity, Text};

use crate::desk::Desk;
use crate::rules::{self, in_range};
use crate::{Book, Event, Stamp, read};

/// What the balance check said of a payment or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a sum fits, does not fit, or was not made")]
pub enum Verdict {
    /// It balances.
    Balanced,
    /// It is off by this much.
    OffBy(Money),
    /// It was not checked. Never taken for balanced.
    Unproved,
}

/// The balance of one remittance as proved by the caller.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Payment level: claims less provider adjustments against the amount paid.
    pub payment: Verdict,
    /// Claim and line level, one for each claim in the order sent; one that is missing is unproved.
    pub claims: Vec<Verdict>,
}

/// What the user decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PostOptions {
    /// Post what does not balance, as it is.
    pub accept_unbalanced: bool,
}

/// What became of an act.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Posting {
    /// Claims posted; 1 for another act that was entered.
    pub posted: usize,
    /// Place in the journal before the act: the new entries are `entries_after` it.
    pub after: u32,
    /// Refusals (errors), and remarks on what was posted, in the order of the claims.
    pub findings: Vec<PostingFinding>,
}

impl Posting {
    /// What was refused.
    pub fn refused(&self) -> impl Iterator<Item = &PostingFinding> {
        self.findings.iter().filter(|found| found.finding.severity == Severity::Error)
    }

    pub(crate) fn remark(
        &mut self,
        claim: Option<usize>,
        number: Option<&Phi<Text>>,
        finding: Finding,
    ) {
        self.findings.push(PostingFinding {
            claim,
            patient_control_number: number.cloned(),
            finding,
        });
    }
}

/// Something to say about one claim of a remittance, or about the whole.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PostingFinding {
    /// Place of the claim in the remittance, from 0; absent for the whole.
    pub claim: Option<usize>,
    /// The claim's account.
    pub patient_control_number: Option<Phi<Text>>,
    /// The rule with its facts; an error was not posted.
    pub finding: Finding,
}

/// A finding of a posting rule about a claim of the remittance.
pub(crate) fn finding(rule: &'static Rule, claim: Option<usize>) -> Finding {
    let path = claim.map_or_else(Text::default, |index| format!("claims[{index}]").into());
    Finding::new(rule, Location { path: path.to_string(), ..Location::default() })
}

impl Book {
    /// Posts a remittance: each claim or a reason why not. See the module's documentation for the
    /// rules.
    pub fn post_remittance(
        &mut self,
        remittance: &Remittance,
        proof: &Proof,
        options: PostOptions,
        stamp: &Stamp<'_>,
    ) -> Posting {
        let mut posting = self.begin();
        let payment = read::payment(remittance, proof.payment != Verdict::Balanced);
        let whole = Event::PaymentReceived(payment.clone());
        let verdict = off_balance(proof.payment).filter(|_| !options.accept_unbalanced);
        if let Some(difference) = verdict {
            let refused = finding(&rules::PAYMENT_UNBALANCED, None).with("difference", difference);
            posting.remark(None, None, refused);
            return posting;
        }
        if !in_range(&whole) {
            posting.remark(None, None, finding(&rules::AMOUNT_OUT_OF_RANGE, None));
            return posting;
        }
        let mut desk = Desk::open(remittance, payment, posting, *stamp);
        for (index, claim) in remittance.claims().enumerate() {
            let verdict = proof.claims.get(index).copied().unwrap_or(Verdict::Unproved);
            desk.take(self, index, claim, verdict, options);
        }
        desk.close(self)
    }
}

/// The difference of something that does not balance.
pub(crate) fn off_balance(verdict: Verdict) -> Option<String> {
    match verdict {
        Verdict::Balanced => None,
        Verdict::OffBy(difference) => Some(difference.to_string()),
        Verdict::Unproved => Some("an amount that was not computed".into()),
    }
}
