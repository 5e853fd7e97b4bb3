//! Book: how are facts entered, so that journal and ledger always agree?

use superbill_types::{Date, Phi, Text};

use crate::ledger::POSTINGS_PER_ACCOUNT;
use crate::post::finding;
use crate::rules::{self, in_range};
use crate::{
    Account, AccountNote, AccountReport, Broken, ClaimCharged, Entry, Event, Journal, Ledger,
    PatientPaid, PatientSummary, PaymentReceived, Posting, Stamp, Undone,
};

/// A journal with its ledger.
///
/// ```
/// use superbill_accounts::{Book, PatientPaid, Stamp};
/// use superbill_types::{Money, Phi};
///
/// let mut book = Book::new();
/// let stamp = Stamp { id: "receipt-1", at: "2026-11-23T10:00:00Z", actor: "front desk" };
/// let paid = PatientPaid {
///     patient_control_number: Phi::new("VISIT1".into()),
///     amount: Money::from_scaled(2500, 2),
///     ..PatientPaid::default()
/// };
/// assert_eq!(book.patient_paid(paid.clone(), &stamp).posted, 1);
/// assert_eq!(book.patient_paid(paid, &stamp).posted, 0, "the same act again changes nothing");
/// let account = book.account("VISIT1").ok_or("no account")?;
/// assert_eq!(account.balance().patient_balance.to_string(), "-25.00");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Book {
    journal: Journal,
    ledger: Ledger,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A book from the entries a host kept.
    ///
    /// # Errors
    /// The first entry that does not hold: nothing is restored.
    pub fn restore(entries: Vec<Entry>) -> Result<Self, Broken> {
        Self::of(Journal::restore(entries)?)
    }

    /// A book from the bytes of its journal, see [`Journal::read`].
    ///
    /// # Errors
    /// As [`Book::restore`].
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        Self::of(Journal::read(bytes)?)
    }

    fn of(journal: Journal) -> Result<Self, Broken> {
        let ledger = Ledger::fold(journal.entries())?;
        Ok(Self { journal, ledger })
    }

    /// The journal.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// All entries.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.journal.entries()
    }

    /// The account of a patient control number.
    #[must_use]
    pub fn account(&self, patient_control_number: &str) -> Option<&Account> {
        self.ledger.account(patient_control_number)
    }

    /// Every account as it leaves the library, on a day.
    pub fn reports(&self, on: Date) -> impl Iterator<Item = AccountReport> {
        self.ledger.accounts().iter().map(move |account| account.report(self.entries(), on))
    }

    /// Every patient, on a day.
    #[must_use]
    pub fn patients(&self, on: Date) -> Vec<PatientSummary> {
        self.ledger.patients(on)
    }

    /// Enters a claim we charged: an original once, a replacement (frequency 7) or void (8) over
    /// it.
    pub fn charge(&mut self, claim: ClaimCharged, stamp: &Stamp<'_>) -> Posting {
        let same = |account: &&Account| account.number == claim.patient_control_number;
        let account = self.account(claim.patient_control_number.reveal()).filter(same);
        let over = matches!(claim.frequency.as_str(), "7" | "8");
        let again = account.is_some_and(Account::is_charged) && !over;
        let refusal = again.then_some(&rules::ALREADY_CHARGED);
        let number = claim.patient_control_number.clone();
        self.enter(&number, Event::ClaimCharged(claim), refusal, stamp)
    }

    /// Enters what the patient paid.
    pub fn patient_paid(&mut self, payment: PatientPaid, stamp: &Stamp<'_>) -> Posting {
        let number = payment.patient_control_number.clone();
        let account = self.account(number.reveal());
        let full = account.is_some_and(|account| account.postings.len() >= POSTINGS_PER_ACCOUNT);
        let new = account.is_none();
        let refusal = if payment.amount.is_zero() {
            Some(&rules::AMOUNT_ZERO)
        } else if full {
            Some(&rules::ACCOUNT_TOO_LONG)
        } else {
            None
        };
        let mut posting = self.enter(&number, Event::PatientPaid(payment), refusal, stamp);
        if new && posting.posted > 0 {
            posting.remark(None, Some(&number), finding(&rules::NEW_ACCOUNT, None));
        }
        posting
    }

    /// Takes back a posting of ours that should never have been made: a payer's answer, a reversal
    /// or a patient's payment. The entry stays in the journal; the account is as if it had not
    /// been posted.
    pub fn undo(&mut self, entry: &str, reason: &str, stamp: &Stamp<'_>) -> Posting {
        let number = self.journal.find(entry).and_then(|entry| match &entry.event {
            Event::ClaimPosted(claim) => Some(claim.patient_control_number.clone()),
            Event::PatientPaid(payment) => Some(payment.patient_control_number.clone()),
            _ => None,
        });
        let number = number.unwrap_or_default();
        let account = self.account(number.reveal());
        let standing = account.and_then(|account| account.standing(self.entries(), entry));
        let refusal = standing.is_none().then_some(&rules::NOTHING_TO_UNDO);
        let reason = Phi::new(reason.into());
        let undone = Undone { patient_control_number: number.clone(), entry: entry.into(), reason };
        self.enter(&number, Event::Undone(undone), refusal, stamp)
    }

    /// Writes something down.
    pub fn note(&mut self, note: AccountNote, stamp: &Stamp<'_>) -> Posting {
        let number = note.patient_control_number.clone();
        self.enter(&number, Event::Note(note), None, stamp)
    }

    pub(crate) fn begin(&self) -> Posting {
        let after = u32::try_from(self.journal.len()).unwrap_or(u32::MAX);
        Posting { after, ..Posting::default() }
    }

    pub(crate) fn knows_payment(&self, payment: &PaymentReceived) -> bool {
        self.ledger.knows_payment(payment)
    }

    /// Enters an event that was checked, under an id made of the stamp's and its place.
    pub(crate) fn enter_numbered(&mut self, stamp: &Stamp<'_>, event: Event) {
        let mut id = format!("{}-{}", stamp.id, self.journal.len() + 1);
        while self.journal.find(&id).is_some() {
            id.push('+');
        }
        let added = self.journal.append(&Stamp { id: &id, ..*stamp }, event);
        assert!(added.is_some(), "an id that was just found free is free");
        self.ledger.add_last(self.journal.entries());
    }

    /// Enters one event under the stamp's own id, unless there is a reason not to.
    fn enter(
        &mut self,
        number: &Phi<Text>,
        event: Event,
        refusal: Option<&'static superbill_types::Rule>,
        stamp: &Stamp<'_>,
    ) -> Posting {
        let mut posting = self.begin();
        let range = (!in_range(&event)).then_some(&rules::AMOUNT_OUT_OF_RANGE);
        let taken = self.journal.find(stamp.id).map(|_| &rules::ID_TAKEN);
        if let Some(rule) = taken.or(refusal).or(range) {
            let limit = POSTINGS_PER_ACCOUNT.to_string();
            posting.remark(None, Some(number), finding(rule, None).with("limit", limit));
        } else if self.journal.append(stamp, event).is_some() {
            self.ledger.add_last(self.journal.entries());
            posting.posted = 1;
        }
        posting
    }
}
