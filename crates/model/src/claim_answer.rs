//! Claim acknowledgment: which of the claims that were sent does the receiver take in, and why not the others?
//!
//! One [`ClaimAcknowledgment`] is one transaction set that came back (277CA), or that is to be sent. A claim
//! that is rejected here was never adjudicated: it is mended and sent again as new.

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Text};

use crate::{AnswerReason, Name, Procedure, SentPlace};

/// One claim acknowledgment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimAcknowledgment {
    /// Control number of its transaction set.
    pub control_number: Text,
    /// The answerer's number for it.
    pub reference: Text,
    /// Day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// Time it was made, `HHMM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Text>,
    /// Who answers: role `PR` a payer, `AY` a clearinghouse.
    pub source: Name,
    /// The answerer's trace number of what was received.
    pub trace: Text,
    /// Day the claims arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_date: Option<DateValue>,
    /// Day they were looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processed_date: Option<DateValue>,
    /// Answers to batches of claims.
    pub batches: Vec<BatchAnswer>,
}

/// The answer to one transaction set of claims.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct BatchAnswer {
    /// Who sent the claims.
    pub receiver: Name,
    /// The sender's number for the batch (its BHT03).
    pub reference: Text,
    /// What is said of the batch as a whole.
    pub statuses: Vec<StatusAnswer>,
    /// How many claims of how much are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<AnswerTotal>,
    /// How many are rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<AnswerTotal>,
    /// Billing providers and their claims.
    pub providers: Vec<ProviderAnswer>,
}

/// The answer to one billing provider's claims.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ProviderAnswer {
    /// Who bills.
    pub provider: Name,
    /// The provider's trace number; `0` where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// What is said of the provider.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<StatusAnswer>,
    /// How many claims of how much are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<AnswerTotal>,
    /// How many are rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<AnswerTotal>,
    /// The claims.
    pub claims: Vec<ClaimAnswer>,
}

/// The answer to one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimAnswer {
    /// Who was treated.
    pub patient: Name,
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// What is said of it.
    pub statuses: Vec<StatusAnswer>,
    /// The payer's number for it: with the date of acceptance, the proof that it was sent in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_claim_number: Option<Phi<Text>>,
    /// The clearinghouse's number for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clearinghouse_number: Option<Phi<Text>>,
    /// Type of bill, of a facility's claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_type: Option<Text>,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_from: Option<DateValue>,
    /// Last day of service, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_to: Option<DateValue>,
    /// Lines that something is said of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineAnswer>,
    /// Where it is in the file that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentPlace>,
}

impl ClaimAnswer {
    /// Whether the claim is taken in: something is said of it, and nothing that rejects it.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        let all = self.statuses.iter().flat_map(|status| &status.reasons);
        !self.statuses.is_empty() && !all.into_iter().any(StatusReason::rejects)
    }
}

/// The answer to one line of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct LineAnswer {
    /// What was done.
    pub procedure: Procedure,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// Revenue code, where a procedure stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// What is said of it.
    pub statuses: Vec<StatusAnswer>,
    /// Our number for the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_control_number: Option<Text>,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_from: Option<DateValue>,
    /// Last day of service, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_to: Option<DateValue>,
}

/// What is said of a batch, provider, claim or line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct StatusAnswer {
    /// One to three reasons.
    pub reasons: Vec<StatusReason>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// `WQ` accepted, `U` rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Text>,
    /// What was charged in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// More, in the answerer's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub message: Option<Phi<Text>>,
}

/// Where a claim stands, what about, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct StatusReason {
    /// Category, such as `A2` accepted or `A7` rejected for what is not valid.
    pub category: AnswerReason,
    /// What it is about.
    pub status: AnswerReason,
    /// Whose, where it is about a party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<AnswerReason>,
}

impl StatusReason {
    /// Whether it rejects: returned, not found, missing, invalid or related information (A3, A4, A6 to A8).
    #[must_use]
    pub fn rejects(&self) -> bool {
        matches!(self.category.code.as_str(), "A3" | "A4" | "A6" | "A7" | "A8")
    }
}

/// A number of claims and their charges.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AnswerTotal {
    /// How many.
    pub count: u32,
    /// Sum of charges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}
