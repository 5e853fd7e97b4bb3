//! Desk: what happens to each claim while one remittance is posted?
//!
//! The rules are in `post.rs`; here is the order in which they are asked.

use superbill_model::{ClaimPayment, Remittance};
use superbill_types::{Fact, Money, Phi, Rule, Text};

use crate::ledger::{Index, POSTINGS_PER_ACCOUNT};
use crate::post::{finding, off_balance};
use crate::read::{self, same_posting};
use crate::rules::{self, claim_in_range};
use crate::{
    Account, Book, ClaimPosted, Event, PaymentReceived, PostOptions, Posting, Stamp, Treatment,
    Verdict,
};

/// Why a claim is not posted: the rule, and what it says of this claim.
type Refusal = (&'static Rule, Option<Fact>);

/// One remittance on the desk.
pub(crate) struct Desk<'a> {
    payment: PaymentReceived,
    /// Whether its own entry was seen to.
    entered: bool,
    stamp: Stamp<'a>,
    posting: Posting,
    /// Claims taken so far, by control number: to find one that stands twice.
    taken: Index<&'a str, Vec<&'a ClaimPayment>>,
    /// Place among the payers that some claim of this payment states, by control number.
    stated: Index<&'a str, u8>,
    touched: Vec<(usize, Phi<Text>)>,
}

impl<'a> Desk<'a> {
    pub(crate) fn open(
        remittance: &'a Remittance,
        payment: PaymentReceived,
        posting: Posting,
        stamp: Stamp<'a>,
    ) -> Self {
        let mut stated = Index::default();
        if remittance.claims().any(|claim| read::stated_order(&claim.status).is_none()) {
            for claim in remittance.claims() {
                if let Some(order) = read::stated_order(&claim.status) {
                    stated.entry(number(claim)).or_insert(order);
                }
            }
        }
        let (taken, touched) = (Index::default(), Vec::new());
        Self { payment, entered: false, stamp, posting, taken, stated, touched }
    }

    pub(crate) fn take(
        &mut self,
        book: &mut Book,
        index: usize,
        sent: &'a ClaimPayment,
        verdict: Verdict,
        options: PostOptions,
    ) {
        let number = Phi::new(number(sent).into());
        let judged = self.judge(book, sent, verdict, options);
        match judged {
            Err((rule, fact)) => {
                let mut refused = finding(rule, Some(index));
                refused.facts.extend(fact);
                self.posting.remark(Some(index), Some(&number), refused);
            }
            Ok(claim) => {
                self.remarks(&claim, verdict, index);
                self.enter_payment(book);
                book.enter_numbered(&self.stamp, Event::ClaimPosted(Box::new(claim)));
                self.posting.posted += 1;
                self.touched.push((index, number));
            }
        }
    }

    /// The answer to post, or why not.
    fn judge(
        &mut self,
        book: &Book,
        sent: &'a ClaimPayment,
        verdict: Verdict,
        options: PostOptions,
    ) -> Result<ClaimPosted, Refusal> {
        postable(sent)?;
        let missing =
            |field: &'static str| (&rules::AMOUNT_MISSING, Some(Fact::new("field", field)));
        let mut claim = read::claim(&self.payment, sent).map_err(missing)?;
        sound(&claim)?;
        let account = book.account(claim.patient_control_number.reveal());
        self.repeated(book, account, sent, &claim)?;
        if let Some(difference) = off_balance(verdict) {
            if !options.accept_unbalanced {
                return Err((&rules::CLAIM_UNBALANCED, Some(Fact::new("difference", difference))));
            }
            claim.accepted_unbalanced = true;
        }
        self.settle_place(book, account, &mut claim);
        Ok(claim)
    }

    /// Refuses a claim that is in the account already, or stands twice in this payment.
    fn repeated(
        &mut self,
        book: &Book,
        account: Option<&Account>,
        sent: &'a ClaimPayment,
        claim: &ClaimPosted,
    ) -> Result<(), Refusal> {
        let earlier = self.taken.entry(number(sent)).or_default();
        let full = account.is_some_and(|account| account.postings.len() >= POSTINGS_PER_ACCOUNT);
        if full || earlier.len() >= POSTINGS_PER_ACCOUNT {
            let limit = Fact::new("limit", POSTINGS_PER_ACCOUNT.to_string());
            return Err((&rules::ACCOUNT_TOO_LONG, Some(limit)));
        }
        let alike = |other: &&&ClaimPayment| {
            other.charge_amount == sent.charge_amount
                && other.payment_amount == sent.payment_amount
                && other.status == sent.status
                && other.payer_claim_number == sent.payer_claim_number
        };
        let nth = earlier.iter().filter(alike).count();
        let held = earlier.contains(&sent);
        earlier.push(sent);
        let known = account.map_or(0, |account| {
            let before = account.answers_before(book.entries(), self.posting.after);
            before.filter(|posted| same_posting(posted, claim)).count()
        });
        if known > nth {
            Err((&rules::DUPLICATE, None))
        } else if held {
            Err((&rules::IDENTICAL_CLAIM, None))
        } else {
            Ok(())
        }
    }

    /// Which payer of the claim this one is, and which answer a reversal takes back.
    fn settle_place(&self, book: &Book, account: Option<&Account>, claim: &mut ClaimPosted) {
        let original = account.filter(|_| claim.is_reversal());
        let original = original.and_then(|account| account.taken_back_by(book.entries(), claim));
        if claim.is_reversal() {
            claim.forwarded = false;
        }
        claim.order = if let Some((id, order)) = original {
            claim.reverses = Some(id);
            order
        } else {
            let number = claim.patient_control_number.reveal().as_str();
            let stated = || self.stated.get(number).copied();
            let before = || account.and_then(|account| account.order_of(book.entries(), claim));
            let last = || account.and_then(|a| a.payers.iter().map(|payer| payer.order).max());
            let next = || last().unwrap_or(0).saturating_add(1);
            read::stated_order(&claim.status).or_else(before).or_else(stated).unwrap_or_else(next)
        };
    }

    fn remarks(&mut self, claim: &ClaimPosted, verdict: Verdict, index: usize) {
        let mut say = |finding| {
            self.posting.remark(Some(index), Some(&claim.patient_control_number), finding);
        };
        if claim.is_reversal() && claim.reverses.is_none() {
            say(finding(&rules::ORIGINAL_NOT_POSTED, Some(index)));
        }
        if let Some(difference) = off_balance(verdict) {
            let said = finding(&rules::ACCEPTED_UNBALANCED, Some(index));
            say(said.with("difference", difference));
        }
        let unknown = claim.all_adjustments().find(|adjustment| {
            adjustment.treatment == Treatment::Undecided && !Treatment::knows(&adjustment.reason)
        });
        if let Some(adjustment) = unknown {
            let said = finding(&rules::REASON_UNKNOWN, Some(index));
            say(said.with("reason", adjustment.reason.to_string()));
        }
    }

    /// Journals the payment itself, once.
    fn enter_payment(&mut self, book: &mut Book) {
        if !self.entered && !book.knows_payment(&self.payment) {
            book.enter_numbered(&self.stamp, Event::PaymentReceived(self.payment.clone()));
        }
        self.entered = true;
    }

    /// Says what is open about the accounts touched, and ends the act.
    pub(crate) fn close(mut self, book: &mut Book) -> Posting {
        let moves_money = self.payment.amount.is_some_and(|amount| !amount.is_zero());
        let refused = self.posting.posted == 0 && self.posting.refused().next().is_some();
        if !self.payment.provider_adjustments.is_empty() || (moves_money && !refused) {
            self.enter_payment(book);
        }
        let mut seen: Index<Text, ()> = Index::default();
        for (index, number) in std::mem::take(&mut self.touched) {
            let Some(account) = book.account(number.reveal()) else { continue };
            if seen.insert(number.reveal().clone(), ()).is_none() {
                for mut question in account.questions() {
                    question.location.path = format!("claims[{index}]");
                    self.posting.remark(Some(index), Some(&number), question);
                }
            }
        }
        self.posting
    }
}

fn number(claim: &ClaimPayment) -> &str {
    claim.patient_control_number.reveal().trim()
}

/// Refuses what the payer itself says is no answer to a claim of ours.
fn postable(sent: &ClaimPayment) -> Result<(), Refusal> {
    match sent.status.as_str() {
        "25" => Err((&rules::PREDETERMINATION, None)),
        "23" => Err((&rules::NOT_OUR_CLAIM, None)),
        "1" | "2" | "3" | "4" | "19" | "20" | "21" | "22" if matches!(number(sent), "" | "0") => {
            Err((&rules::CONTROL_NUMBER_MISSING, None))
        }
        "1" | "2" | "3" | "4" | "19" | "20" | "21" | "22" => Ok(()),
        status => Err((&rules::STATUS_UNKNOWN, Some(Fact::new("status", status.to_owned())))),
    }
}

/// Refuses amounts beyond the limits, and signs that do not fit the status.
fn sound(claim: &ClaimPosted) -> Result<(), Refusal> {
    if !claim_in_range(claim) {
        Err((&rules::AMOUNT_OUT_OF_RANGE, None))
    } else if claim.is_reversal() && above_zero(claim) {
        Err((&rules::REVERSAL_NOT_NEGATIVE, None))
    } else if !claim.is_reversal() && claim.charge.is_negative() {
        Err((&rules::CHARGE_NEGATIVE, None))
    } else {
        Ok(())
    }
}

fn above_zero(claim: &ClaimPosted) -> bool {
    let above = |amount: Money| !amount.is_zero() && !amount.is_negative();
    above(claim.charge) || above(claim.paid)
}
