//! Events: what can happen to an account?
//!
//! An event is a fact, stated in full: a fold needs nothing but the journal. In JSON it is tagged
//! by `kind`, its keys are camelCase and what is absent is left out.

use serde::{Deserialize, Serialize};
use superbill_types::{Date, Money, Phi, Quantity, Text};

use crate::Treatment;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Event {
    /// We charged a claim.
    ClaimCharged(ClaimCharged),
    /// A payer's payment arrived, with what it moved outside any claim.
    PaymentReceived(PaymentReceived),
    /// A payer's answer to one claim was posted.
    ClaimPosted(Box<ClaimPosted>),
    /// The patient paid, or was refunded.
    PatientPaid(PatientPaid),
    /// An earlier posting was taken back by us.
    Undone(Undone),
    /// Somebody wrote something down.
    Note(AccountNote),
}

/// Who was treated, as far as it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PatientIdentity {
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Phi<Text>>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Phi<Text>>,
    /// Member number with the payer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_id: Option<Phi<Text>>,
}

/// A claim we sent or will send.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimCharged {
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// Who was treated.
    pub patient: PatientIdentity,
    /// What was charged.
    pub charge: Money,
    /// Claim frequency: `1` original, `7` replaces the charge, `8` voids it.
    pub frequency: Text,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub service_date: Option<Date>,
    /// Service lines, where known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<ChargeLine>,
}

/// One line of a charged claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ChargeLine {
    /// Procedure, or revenue code where there is none.
    pub procedure: Text,
    /// Modifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Text>,
    /// Day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// Units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// What was charged.
    pub charge: Money,
}

/// Who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Payer {
    /// What identifies it in a payment: its number beside the trace number, else its own id, else
    /// its name.
    pub id: Text,
    /// Its name, or its id where it gave none.
    pub name: Text,
}

/// Who is paid: what a statement prints as the sender.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Payee {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Street lines, then city, state and postal code in one line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<Text>,
}

/// A payer's payment as a whole. It touches no account: its claims do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PaymentReceived {
    /// Who paid.
    pub payer: Payer,
    /// Who was paid.
    pub payee: Payee,
    /// Check or transfer number.
    pub trace_number: Text,
    /// What was paid; absent if the payer's text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Day of the check or transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// `ACH`, `CHK`, `FWT`, `BOP` or `NON`.
    pub method: Text,
    /// Whether its own total did not balance and was accepted so.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub accepted_unbalanced: bool,
    /// Money moved outside any claim: a positive amount lowered the payment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provider_adjustments: Vec<PostedProviderAdjustment>,
}

/// Money a payer moved outside any claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PostedProviderAdjustment {
    /// Reason such as `WO`, `FB`, `L6`.
    pub reason: Text,
    /// What it refers to; may be one of our claim numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Phi<Text>>,
    /// Positive lowered the payment; absent if the payer's text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// A payer's answer to one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimPosted {
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// Who was treated.
    pub patient: PatientIdentity,
    /// Who answered.
    pub payer: Payer,
    /// Check or transfer number of the payment.
    pub trace_number: Text,
    /// Amount of the whole payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Day of the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub payment_date: Option<Date>,
    /// The payer's number for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_claim_number: Option<Phi<Text>>,
    /// Claim status as sent.
    pub status: Text,
    /// Place among the payers: 1 primary, 2 secondary, ...
    pub order: u8,
    /// Whether the payer sent the claim on to the next one.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub forwarded: bool,
    /// Whether the payer said that it answers this claim in parts (remark MA15).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub split: bool,
    /// Whether it did not balance and was accepted so.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub accepted_unbalanced: bool,
    /// Id of the entry that this reversal takes back, where it was posted here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Text>,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub service_date: Option<Date>,
    /// What was charged.
    pub charge: Money,
    /// What was paid.
    pub paid: Money,
    /// Adjustments of the claim as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<PostedAdjustment>,
    /// Service lines with their own adjustments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<PostedService>,
}

impl ClaimPosted {
    /// All adjustments: those of the claim, then those of its lines.
    pub fn all_adjustments(&self) -> impl Iterator<Item = &PostedAdjustment> {
        self.adjustments.iter().chain(self.services.iter().flat_map(|line| &line.adjustments))
    }

    /// Whether it takes back an earlier answer.
    #[must_use]
    pub fn is_reversal(&self) -> bool {
        self.status == "22"
    }
}

/// One adjustment with what it does to the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PostedAdjustment {
    /// Who bears it, as sent.
    pub group: Text,
    /// Why, as sent.
    pub reason: Text,
    /// Amount taken off the charge.
    pub amount: Money,
    /// What it does to the account; kept, so that a later code list changes no history.
    pub treatment: Treatment,
}

/// A payer's answer to one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PostedService {
    /// Procedure, or revenue code where there is none.
    pub procedure: Text,
    /// Modifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Text>,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge: Option<Money>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Money>,
    /// Adjustments of the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<PostedAdjustment>,
}

/// Money from the patient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PatientPaid {
    /// The claim it is for.
    pub patient_control_number: Phi<Text>,
    /// What was paid; negative for a refund.
    pub amount: Money,
    /// Day it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// How: cash, check, card, ...
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub method: Text,
    /// Receipt or check number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
}

/// A posting taken back by us, because it should never have been made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// The claim concerned.
    pub patient_control_number: Phi<Text>,
    /// Id of the entry taken back.
    pub entry: Text,
    /// Why.
    pub reason: Phi<Text>,
}

/// Something written down. It moves no money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AccountNote {
    /// The claim concerned.
    pub patient_control_number: Phi<Text>,
    /// The text.
    pub text: Phi<Text>,
}
