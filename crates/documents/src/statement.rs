//! The statement: what does a patient owe, for which visits, and why?
//!
//! Plain data, complete: the caller has done every sum (`core` takes them from `accounts`), so that a
//! statement stored today renders to the same page in ten years. In JSON keys are camelCase, money is
//! decimal text, days are `YYYY-MM-DD`.

use serde::{Deserialize, Serialize};
use superbill_model::Procedure;
use superbill_types::{Date, Money, Phi, Quantity};

use crate::Language;

/// What one patient is told about one account on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// Language of the page.
    #[serde(default)]
    pub language: Language,
    /// Day the statement speaks of.
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Date,
    /// Who sends it.
    pub practice: Practice,
    /// Whose care it is about.
    pub patient: Recipient,
    /// Our reference for the account, to quote when paying or calling.
    pub account: Phi<String>,
    /// What it comes to: the first thing the page says.
    pub owed: Owed,
    /// Sums over all visits, and payments that belong to none.
    pub totals: Totals,
    /// The totals as shares of the charges, for the bar; all zero draws none.
    #[serde(default)]
    pub shares: Shares,
    /// Visits, one for each claim, in the order to show.
    #[serde(default)]
    pub visits: Vec<Visit>,
    /// What is owed by how long it has been open, youngest first; empty says nothing about age.
    #[serde(default)]
    pub aging: Vec<AgeBucket>,
}

/// What the account comes to. Amounts are above zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Owed {
    /// Nothing is owed either way.
    #[default]
    Nothing,
    /// The patient owes the practice.
    Due {
        /// How much.
        amount: Money,
        /// By when, where there is a day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Date>,
    },
    /// The practice owes the patient.
    Credit {
        /// How much.
        amount: Money,
    },
}

impl Owed {
    /// What a balance says: above zero is due, below zero is a credit.
    ///
    /// ```
    /// use superbill_documents::Owed;
    /// use superbill_types::Money;
    /// let amount = Money::from_scaled(2_000, 2);
    /// assert_eq!(Owed::of(-amount, None), Owed::Credit { amount });
    /// assert_eq!(Owed::of(Money::ZERO, None), Owed::Nothing);
    /// ```
    #[must_use]
    pub fn of(balance: Money, by: Option<Date>) -> Self {
        if balance.is_zero() {
            Self::Nothing
        } else if balance.is_negative() {
            Self::Credit { amount: balance.abs() }
        } else {
            Self::Due { amount: balance, by }
        }
    }
}

/// Who sends the statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Practice {
    /// Name.
    pub name: String,
    /// Postal address, as lines of an envelope.
    pub address: Vec<String>,
    /// Telephone for questions, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// How to pay, one sentence or step each; shown only where something is due.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payment_instructions: Vec<String>,
}

/// Whose care it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Recipient {
    /// Name, as on an envelope.
    pub name: Phi<String>,
    /// Postal address, as lines of an envelope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Phi<Vec<String>>>,
}

/// Sums over the account. Charges less all the others is what is owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Totals {
    /// Charged.
    pub charges: Money,
    /// Paid by all plans.
    pub insurance_paid: Money,
    /// Taken off by agreement with a plan.
    pub discounts: Money,
    /// Taken off for other reasons.
    pub other_adjustments: Money,
    /// Paid by the patient or for them.
    pub patient_payments: Money,
    /// Waiting for a plan's answer: not the patient's responsibility yet.
    pub with_insurance: Money,
}

/// The totals as shares of the charges, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Shares {
    /// Of [`Totals::insurance_paid`].
    pub insurance_paid: u16,
    /// Of [`Totals::discounts`].
    pub discounts: u16,
    /// Of [`Totals::other_adjustments`].
    pub other_adjustments: u16,
    /// Of [`Totals::patient_payments`].
    pub patient_payments: u16,
    /// Of [`Totals::with_insurance`].
    pub with_insurance: u16,
    /// Of what is due.
    pub due: u16,
}

/// One claim, as the patient knows it: a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Visit {
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub from: Option<Date>,
    /// Last day of service, where it is another day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub to: Option<Date>,
    /// Plans that were billed, first payer first.
    pub payers: Vec<String>,
    /// Our number for the claim.
    pub control_number: Phi<String>,
    /// What happened, in plain words: from [`story`](crate::story), or the caller's own.
    pub story: String,
    /// What was done.
    pub lines: Vec<StatementLine>,
    /// The lines together, and what was decided on the claim as a whole.
    pub amounts: Amounts,
    /// Why the patient's part and the discounts are what they are.
    pub reasons: Vec<Reason>,
    /// Paid by the patient towards this visit.
    pub patient_paid: Money,
    /// What is left for the patient to pay for this visit; below zero where too much was paid.
    pub you_owe: Money,
}

/// One service of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct StatementLine {
    /// Day of service, shown where the visit has more than one day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// Code and modifiers as given, and a description in plain words where the caller has one.
    pub procedure: Procedure,
    /// Units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Its amounts.
    pub amounts: Amounts,
}

/// Where a charge went. The charge less all the others is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Amounts {
    /// Charged.
    pub charge: Money,
    /// Paid by all plans.
    pub plan_paid: Money,
    /// Taken off by agreement with a plan.
    pub discount: Money,
    /// Taken off for other reasons.
    pub other: Money,
    /// Waiting for a plan's answer.
    pub with_insurance: Money,
    /// The patient's part, before what they have paid.
    pub your_part: Money,
}

/// Why an amount is what it is, in words the caller gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Reason {
    /// What it is called, such as `Deductible`.
    pub label: String,
    /// One plain sentence.
    pub sentence: String,
    /// How much.
    pub amount: Money,
}

/// What has been open for a number of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AgeBucket {
    /// Days from.
    pub from_days: u32,
    /// Days to, that day included; absent for the last bucket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_days: Option<u32>,
    /// How much.
    pub amount: Money,
}
