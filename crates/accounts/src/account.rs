//! Account: what was charged, paid, adjusted and is owed for one patient control number?

use serde::Serialize;
use superbill_types::{Date, Finding, Money, Phi, Text};

use crate::allocate::{Balance, PayerPart, allocate, last_word};
use crate::post::finding;
use crate::{Aging, Entry, Line, PatientIdentity, patients, rules};

/// One claim's account: a fold over its entries.
#[derive(Clone, Debug)]
pub struct Account {
    pub(crate) number: Phi<Text>,
    pub(crate) patient: PatientIdentity,
    pub(crate) charged: Option<Money>,
    pub(crate) service_date: Option<Date>,
    /// In the order they speak.
    pub(crate) payers: Vec<PayerPart>,
    pub(crate) patient_paid: Money,
    /// What payers paid, counted as it came: a second book beside the payers' parts.
    pub(crate) payers_paid: Money,
    pub(crate) postings: Vec<PostingRef>,
    pub(crate) entries: Vec<u32>,
    balance: Balance,
}

/// A posting of an account and what became of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PostingRef {
    /// Journal place.
    pub(crate) entry: u32,
    pub(crate) place: Place,
    /// Taken back by the payer.
    pub(crate) reversed: bool,
    /// Taken back by us.
    pub(crate) undone: bool,
    /// The posting of the same account that this one takes back.
    pub(crate) reverses: Option<u32>,
}

impl PostingRef {
    pub(crate) fn new(entry: u32, place: Place) -> Self {
        Self { entry, place, reversed: false, undone: false, reverses: None }
    }
}

/// Where in an account a posting counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In this payer's this payment.
    Claim((u32, u32)),
    /// Among the patient's payments.
    Patient,
}

impl Account {
    pub(crate) fn new(number: &str) -> Self {
        Self {
            number: Phi::new(number.into()),
            patient: PatientIdentity::default(),
            charged: None,
            service_date: None,
            payers: Vec::new(),
            patient_paid: Money::ZERO,
            payers_paid: Money::ZERO,
            postings: Vec::new(),
            entries: Vec::new(),
            balance: Balance::default(),
        }
    }

    /// Our number for the claim.
    #[must_use]
    pub fn patient_control_number(&self) -> &Phi<Text> {
        &self.number
    }

    /// Who was treated, as first told in full.
    #[must_use]
    pub fn patient(&self) -> &PatientIdentity {
        &self.patient
    }

    /// Key of the patient; shows no name. See [`crate::Patient`].
    #[must_use]
    pub fn patient_key(&self) -> Text {
        patients::key(&self.patient, &self.number)
    }

    /// The money.
    #[must_use]
    pub fn balance(&self) -> &Balance {
        &self.balance
    }

    /// Whether the claim as we charged it is here, beside payers' answers to it.
    #[must_use]
    pub fn is_charged(&self) -> bool {
        self.charged.is_some()
    }

    /// First day of service, where known.
    #[must_use]
    pub fn service_date(&self) -> Option<Date> {
        self.service_date
    }

    /// The patient balance by age on a day.
    #[must_use]
    pub fn aging(&self, on: Date) -> Aging {
        let parts = last_word(&self.payers).map_or_else(Vec::new, |payer| {
            payer.counting().map(|part| (part.date, part.sums.patient)).collect()
        });
        Aging::spread(self.balance.patient_balance, parts, on)
    }

    /// What happened, oldest first.
    pub fn entries<'a>(&'a self, journal: &'a [Entry]) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter_map(|place| journal.get(*place as usize))
    }

    /// What happened, in readable lines, oldest first.
    #[must_use]
    pub fn lines(&self, journal: &[Entry]) -> Vec<Line> {
        let void = |place: u32| {
            let posting = self.postings.binary_search_by_key(&place, |posting| posting.entry);
            posting.is_ok_and(|at| self.postings[at].undone || self.postings[at].reversed)
        };
        let entry = |place: u32| journal.get(place as usize).map(|entry| (place, entry));
        let known = self.entries.iter().filter_map(|place| entry(*place));
        known.map(|(place, entry)| Line::of(entry, void(place))).collect()
    }

    /// What a biller should look at, as findings: amounts that no answer explains, credits,
    /// repetitions.
    #[must_use]
    pub fn questions(&self) -> Vec<Finding> {
        let balance = &self.balance;
        let credit = (-balance.insurance_balance).max(Money::ZERO);
        let amounts = [
            (&rules::UNEXPLAINED, balance.unexplained),
            (&rules::PATIENT_PART_TOO_LARGE, balance.patient_excess),
            (&rules::REPEATED, balance.repeated),
            (&rules::INSURANCE_CREDIT, credit),
        ];
        let asked = amounts.into_iter().filter(|(_, amount)| !amount.is_zero());
        asked.map(|(rule, amount)| finding(rule, None).with("amount", amount.to_string())).collect()
    }

    /// Everything a reader of the account asks for, on a day.
    #[must_use]
    pub fn report(&self, journal: &[Entry], on: Date) -> AccountReport {
        let balance = self.balance;
        AccountReport {
            patient_control_number: self.number.clone(),
            patient: self.patient.clone(),
            patient_key: self.patient_key(),
            charged: self.is_charged(),
            service_date: self.service_date,
            charges: balance.charges,
            insurance_payments: balance.insurance_payments,
            contractual_adjustments: balance.contractual_adjustments,
            other_adjustments: balance.other_adjustments,
            prior_payer_adjustments: balance.prior_payer,
            patient_responsibility: balance.patient_responsibility,
            patient_payments: balance.patient_payments,
            insurance_balance: balance.insurance_balance,
            denied: balance.denied,
            pending_next_payer: balance.pending_next_payer,
            unexplained: balance.unexplained,
            patient_balance: balance.patient_balance,
            conserved: balance.conserves(),
            aging: self.aging(on),
            entries: self.lines(journal),
        }
    }

    /// Takes an identity in full over one in part; the first in full stays.
    pub(crate) fn identify(&mut self, patient: &PatientIdentity) {
        let known = |identity: &PatientIdentity| {
            let full = identity.member_id.is_some() && identity.first_name.is_some();
            (identity.last_name.is_some(), full)
        };
        if known(patient) > known(&self.patient) {
            self.patient = patient.clone();
        }
    }

    /// Works the balance out anew and proves it: the terms add up to the charges, and every cent
    /// that payers paid is in it.
    pub(crate) fn settle(&mut self) {
        self.balance = allocate(self.charged, &self.payers, self.patient_paid);
        assert!(self.balance.conserves(), "charges must be payments, adjustments and balances");
        let paid = self.balance.insurance_payments;
        assert!(paid == self.payers_paid, "every payment must be in the balance");
    }
}

/// An account as it leaves the library (`superbill account`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountReport {
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// Who was treated.
    pub patient: PatientIdentity,
    /// Key of the patient.
    pub patient_key: Text,
    /// Whether the claim as we charged it is here.
    pub charged: bool,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub service_date: Option<Date>,
    /// What was charged.
    pub charges: Money,
    /// What payers paid.
    pub insurance_payments: Money,
    /// Written off.
    pub contractual_adjustments: Money,
    /// Explained otherwise.
    pub other_adjustments: Money,
    /// Within other adjustments: an earlier payer's part that was never posted here.
    pub prior_payer_adjustments: Money,
    /// Assigned to the patient.
    pub patient_responsibility: Money,
    /// Paid by the patient.
    pub patient_payments: Money,
    /// Still with payers; negative is a credit.
    pub insurance_balance: Money,
    /// Within the insurance balance: denied, to be worked.
    pub denied: Money,
    /// Within the insurance balance: on its way to the next payer.
    pub pending_next_payer: Money,
    /// Within the insurance balance: what no answer accounts for.
    pub unexplained: Money,
    /// Owed by the patient; negative is a credit.
    pub patient_balance: Money,
    /// Whether the terms add up to the charges.
    pub conserved: bool,
    /// The patient balance by age.
    pub aging: Aging,
    /// What happened.
    pub entries: Vec<Line>,
}
