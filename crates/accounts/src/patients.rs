//! Patients: whose accounts belong together, and what do they owe in all?
//!
//! A patient is known by member number, family name and given name, in ASCII capitals, as first
//! told in full; an account without them stands for itself. The key is a hash of these: it is the
//! same in every journal and shows no name. (It is no secret: who knows the three can compute it.)

use serde::Serialize;
use superbill_model::ClaimPayment;
use superbill_types::{Date, Money, Phi, Text};

use crate::ledger::Index;
use crate::{Aging, Hash, Ledger, PatientIdentity, read};

/// One patient's accounts together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PatientSummary {
    /// Stable key: 32 hexadecimal digits.
    pub key: Text,
    /// Name, family name first.
    pub name: Phi<Text>,
    /// Their patient control numbers.
    pub accounts: Vec<Phi<Text>>,
    /// What the patient owes in all; negative is a credit.
    pub balance: Money,
    /// What is still with payers.
    pub insurance_balance: Money,
    /// What is owed, by age.
    pub aging: Aging,
}

impl Ledger {
    /// All patients on a day, in the order they first appeared.
    #[must_use]
    pub fn patients(&self, on: Date) -> Vec<PatientSummary> {
        let mut patients: Vec<PatientSummary> = Vec::new();
        let mut places: Index<Text, usize> = Index::default();
        for account in self.accounts() {
            let key = account.patient_key();
            let place = *places.entry(key.clone()).or_insert(patients.len());
            if place == patients.len() {
                patients.push(PatientSummary {
                    key,
                    name: Phi::new(name(account.patient())),
                    accounts: Vec::new(),
                    balance: Money::ZERO,
                    insurance_balance: Money::ZERO,
                    aging: Aging::default(),
                });
            }
            let patient = &mut patients[place];
            patient.accounts.push(account.patient_control_number().clone());
            patient.balance += account.balance().patient_balance;
            patient.insurance_balance += account.balance().insurance_balance;
            patient.aging.add(&account.aging(on));
        }
        patients
    }
}

/// The key of the patient of a claim as a payer sent it: that of [`PatientSummary::key`].
#[must_use]
pub fn patient_key(claim: &ClaimPayment) -> Text {
    key(&read::patient(claim), &claim.patient_control_number)
}

/// The key of an identity, or of the account where the identity is not told in full.
pub(crate) fn key(patient: &PatientIdentity, patient_control_number: &Phi<Text>) -> Text {
    let folded = |part: &Option<Phi<Text>>| {
        let text = part.as_ref().map_or("", |part| part.reveal().trim());
        Some(text.to_ascii_uppercase()).filter(|text| !text.is_empty())
    };
    let (last, first) = (folded(&patient.last_name), folded(&patient.first_name));
    let parts = match (folded(&patient.member_id), last, first) {
        (Some(member), Some(last), Some(first)) => ["patient", &member, &last, &first].join("\0"),
        _ => ["account", patient_control_number.reveal()].join("\0"),
    };
    let mut hex = Hash::of(parts.as_bytes()).to_string();
    hex.truncate(32);
    hex.into()
}

fn name(patient: &PatientIdentity) -> Text {
    let parts = [&patient.last_name, &patient.first_name];
    let known: Vec<&str> =
        parts.iter().filter_map(|p| p.as_ref()).map(|p| p.reveal().as_str()).collect();
    known.join(", ").into()
}
