//! Ledger: what is the state of every account after these entries?
//!
//! A fold: each entry is applied once, in order, at a cost that does not grow with the journal. The
//! same entries give the same ledger. Accounts come in the order they first appeared.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::fmt;
use std::hash::BuildHasherDefault;

use superbill_types::{Date, Money, Text};

use crate::account::{Account, Place, PostingRef};
use crate::allocate::{PayerPart, PaymentPart};
use crate::sums::Sums;
use crate::{
    Broken, ClaimCharged, ClaimPosted, Damage, Entry, Event, PatientPaid, PaymentReceived, Undone,
};

/// A map without a random seed: the same input does the same work on every machine.
pub(crate) type Index<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// What makes a payment that payment: payer, trace number, amount.
type PaymentKey = (Text, Text, Option<Money>);

/// Most postings one account takes. Searching within an account is linear; this bounds it.
pub(crate) const POSTINGS_PER_ACCOUNT: usize = 4096;

/// All accounts.
#[derive(Clone, Default)]
pub struct Ledger {
    accounts: Vec<Account>,
    by_number: Index<Text, u32>,
    /// Accounts whose number has small letters, by that number in capitals; none where two share it.
    by_capitals: Index<Text, Option<u32>>,
    payments: Index<PaymentKey, ()>,
}

impl fmt::Debug for Ledger {
    /// Counts only: control numbers identify people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").field("accounts", &self.accounts.len()).finish_non_exhaustive()
    }
}

impl Ledger {
    /// The accounts, in the order they first appeared.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The account of a patient control number. Some payers echo it in capitals: where no account has just this
    /// number, it is the one that has it but for small letters, if there is only one.
    #[must_use]
    pub fn account(&self, patient_control_number: &str) -> Option<&Account> {
        self.find(patient_control_number).map(|place| &self.accounts[place as usize])
    }

    fn find(&self, number: &str) -> Option<u32> {
        let exact = self.by_number.get(number).copied();
        exact.or_else(|| self.by_capitals.get(number).copied().flatten())
    }

    /// Whether a payment is in the ledger.
    pub(crate) fn knows_payment(&self, payment: &PaymentReceived) -> bool {
        self.payments.contains_key(&payment_key(payment))
    }

    /// The ledger of a whole journal.
    ///
    /// # Errors
    /// The first entry that refers to what is not there, or is beyond a limit.
    pub fn fold(entries: &[Entry]) -> Result<Self, Broken> {
        let mut ledger = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            let broken = |damage| Broken { sequence: entry.sequence, damage };
            ledger.apply(entries, place).map_err(broken)?;
        }
        ledger.accounts.iter_mut().for_each(Account::settle);
        Ok(ledger)
    }

    /// Applies the entry just added and settles the account it touches.
    pub(crate) fn add_last(&mut self, entries: &[Entry]) {
        let Some(place) = entries.len().checked_sub(1) else { return };
        let touched = self.apply(entries, place);
        let touched = touched.expect("the book checks an event before it is added");
        if let Some(account) = touched {
            self.accounts[account as usize].settle();
        }
    }

    /// Applies one entry; tells which account it touched. Balances are not settled yet.
    fn apply(&mut self, entries: &[Entry], place: usize) -> Result<Option<u32>, Damage> {
        let entry = &entries[place];
        if !crate::rules::in_range(&entry.event) {
            return Err(Damage::Range);
        }
        let number = match &entry.event {
            Event::PaymentReceived(payment) => {
                self.payments.insert(payment_key(payment), ());
                return Ok(None);
            }
            Event::ClaimCharged(event) => &event.patient_control_number,
            Event::ClaimPosted(event) => &event.patient_control_number,
            Event::PatientPaid(event) => &event.patient_control_number,
            Event::Undone(event) => &event.patient_control_number,
            Event::Note(event) => &event.patient_control_number,
        };
        let charged = matches!(entry.event, Event::ClaimCharged(_));
        let index = self.open(number.reveal(), charged);
        let account = &mut self.accounts[index as usize];
        let posts = matches!(entry.event, Event::ClaimPosted(_) | Event::PatientPaid(_));
        if posts && account.postings.len() >= POSTINGS_PER_ACCOUNT {
            return Err(Damage::Range);
        }
        let at = u32::try_from(place).map_err(|_| Damage::Range)?;
        account.entries.push(at);
        match &entry.event {
            Event::ClaimCharged(event) => account.charge(event),
            Event::ClaimPosted(event) => account.post(entries, at, event, entry_day(entry))?,
            Event::PatientPaid(event) => account.pay(at, event),
            Event::Undone(event) => account.undo(entries, event)?,
            Event::Note(_) | Event::PaymentReceived(_) => {}
        }
        Ok(Some(index))
    }

    /// The account of this number, opened where there is none; a claim we charge has exactly its number.
    fn open(&mut self, number: &str, charged: bool) -> u32 {
        let exact = || self.by_number.get(number).copied();
        if let Some(index) = if charged { exact() } else { self.find(number) } {
            return index;
        }
        let index = u32::try_from(self.accounts.len()).unwrap_or(u32::MAX);
        self.by_number.insert(number.into(), index);
        if number.bytes().any(|byte| byte.is_ascii_lowercase()) {
            let shared = self.by_capitals.entry(number.to_ascii_uppercase().into());
            shared.and_modify(|account| *account = None).or_insert(Some(index));
        }
        self.accounts.push(Account::new(number));
        index
    }
}

impl Account {
    fn charge(&mut self, event: &ClaimCharged) {
        self.identify(&event.patient);
        let void = event.frequency == "8";
        self.charged = Some(if void { Money::ZERO } else { event.charge });
        self.service_date = event.service_date.or(self.service_date);
    }

    fn pay(&mut self, at: u32, event: &PatientPaid) {
        self.patient_paid += event.amount;
        self.postings.push(PostingRef::new(at, Place::Patient));
    }

    fn post(
        &mut self,
        entries: &[Entry],
        at: u32,
        event: &ClaimPosted,
        day: Option<Date>,
    ) -> Result<(), Damage> {
        self.identify(&event.patient);
        self.service_date = self.service_date.or(event.service_date);
        let sums = Sums::of(event);
        self.payers_paid += event.paid;
        let Some(reversed) = &event.reverses else {
            let place = self.place_of(entries, at, event, day);
            let part = self.part(place);
            part.sums.add(&sums);
            part.count(event, &sums, true);
            push(&mut self.postings, PostingRef::new(at, Place::Claim(place)));
            return Ok(());
        };
        let (original, place) = self.standing(entries, reversed).ok_or(Damage::Reference)?;
        let Event::ClaimPosted(taken) = &entries[self.postings[original].entry as usize].event
        else {
            return Err(Damage::Reference);
        };
        let Place::Claim(place) = place else { return Err(Damage::Reference) };
        self.postings[original].reversed = true;
        self.reverse(place, taken, &sums, true);
        let made = PostingRef {
            reverses: u32::try_from(original).ok(),
            ..PostingRef::new(at, Place::Claim(place))
        };
        self.postings.push(made);
        Ok(())
    }

    /// A reversal is made (or, undone, unmade) in the payment of the answer it takes back.
    fn reverse(&mut self, place: (u32, u32), taken: &ClaimPosted, reversal: &Sums, made: bool) {
        let part = self.part(place);
        part.count(taken, &Sums::of(taken), !made);
        if made {
            part.sums.add(reversal);
            part.reversed_charge += taken.charge;
        } else {
            part.sums.subtract(reversal);
            part.reversed_charge -= taken.charge;
        }
    }

    fn undo(&mut self, entries: &[Entry], event: &Undone) -> Result<(), Damage> {
        let (posting, place) = self.standing(entries, &event.entry).ok_or(Damage::Reference)?;
        let undone = self.postings[posting];
        self.postings[posting].undone = true;
        match (&entries[undone.entry as usize].event, place) {
            (Event::PatientPaid(paid), Place::Patient) => self.patient_paid -= paid.amount,
            (Event::ClaimPosted(claim), Place::Claim(place)) => {
                let sums = Sums::of(claim);
                self.payers_paid -= claim.paid;
                if let Some(original) = undone.reverses {
                    let original = original as usize;
                    self.postings[original].reversed = false;
                    let taken = &entries[self.postings[original].entry as usize].event;
                    let Event::ClaimPosted(taken) = taken else { return Err(Damage::Reference) };
                    self.reverse(place, taken, &sums, false);
                } else {
                    let part = self.part(place);
                    part.sums.subtract(&sums);
                    part.count(claim, &sums, false);
                }
            }
            _ => return Err(Damage::Reference),
        }
        Ok(())
    }

    /// Finds or opens the payer and the payment that an answer belongs to.
    fn place_of(
        &mut self,
        entries: &[Entry],
        at: u32,
        event: &ClaimPosted,
        day: Option<Date>,
    ) -> (u32, u32) {
        let known = |first: u32| answer(entries, first);
        let payer = self.payers.iter().position(|part| {
            part.order == event.order
                && known(part.first).is_some_and(|a| a.payer.id == event.payer.id)
        });
        let payer = payer.unwrap_or_else(|| self.add_payer(event.order, at));
        let payments = &mut self.payers[payer].payments;
        let payment = payments.iter().position(|part| {
            known(part.first).is_some_and(|a| {
                a.trace_number == event.trace_number && a.payment_amount == event.payment_amount
            })
        });
        let payment = payment.unwrap_or_else(|| {
            let date = event.payment_date.or(day);
            push(payments, PaymentPart { first: at, date, ..PaymentPart::default() });
            payments.len() - 1
        });
        // Both fit: an account holds no more than POSTINGS_PER_ACCOUNT of either.
        (u32::try_from(payer).unwrap_or(0), u32::try_from(payment).unwrap_or(0))
    }

    /// Adds a payer behind those that speak before it, and keeps the postings pointing at theirs.
    fn add_payer(&mut self, order: u8, first: u32) -> usize {
        let place = self.payers.partition_point(|payer| payer.order <= order);
        if place == self.payers.len() {
            push(&mut self.payers, PayerPart { order, first, payments: Vec::new() });
            return place;
        }
        self.payers.insert(place, PayerPart { order, first, payments: Vec::new() });
        for posting in &mut self.postings {
            if let Place::Claim((payer, _)) = &mut posting.place
                && *payer as usize >= place
            {
                *payer += 1;
            }
        }
        place
    }

    fn part(&mut self, (payer, payment): (u32, u32)) -> &mut PaymentPart {
        &mut self.payers[payer as usize].payments[payment as usize]
    }
}

impl PaymentPart {
    /// Counts an answer in, or out again.
    fn count(&mut self, event: &ClaimPosted, sums: &Sums, counted_in: bool) {
        let denial = sums.is_denial(event) && !event.split;
        for (counter, counts) in [
            (&mut self.standing, true),
            (&mut self.denials, denial),
            (&mut self.forwarded, event.forwarded),
        ] {
            if counts && counted_in {
                *counter += 1;
            } else if counts {
                *counter = counter.saturating_sub(1);
            }
        }
    }
}

/// Adds to a list that mostly stays at one: the first takes no room for more.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}

/// The answer posted at a place of the journal.
pub(crate) fn answer(entries: &[Entry], place: u32) -> Option<&ClaimPosted> {
    match &entries.get(place as usize)?.event {
        Event::ClaimPosted(event) => Some(event),
        _ => None,
    }
}

fn entry_day(entry: &Entry) -> Option<Date> {
    entry.at.parse().ok()
}

fn payment_key(payment: &PaymentReceived) -> PaymentKey {
    (payment.payer.id.clone(), payment.trace_number.clone(), payment.amount)
}
