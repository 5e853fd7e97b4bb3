//! Lines: how does an entry read in an account?

use serde::Serialize;
use superbill_types::{Date, Money, Phi, Text};

use crate::sums::Sums;
use crate::{ClaimPosted, Entry, Event};

/// One entry of an account, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Line {
    /// Place in the journal.
    pub sequence: u32,
    /// Id of the entry.
    pub id: Text,
    /// When it was entered.
    pub at: Text,
    /// Day of the payment or of the first service, where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub date: Option<Date>,
    /// `charge`, `payment`, `denial`, `reversal`, `patientPayment`, `undone`, `note` or `other`.
    pub kind: &'static str,
    /// The entry as a sentence; may hold what somebody wrote about the patient.
    pub text: Phi<String>,
    /// What was charged or paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether it was taken back since.
    pub taken_back: bool,
}

impl Line {
    pub(crate) fn of(entry: &Entry, taken_back: bool) -> Self {
        let (kind, date, amount, text) = match &entry.event {
            Event::ClaimCharged(event) => {
                let said = if event.frequency == "8" { "Charge voided" } else { "Charged" };
                let text = format!("{said}: {}.", event.charge);
                ("charge", event.service_date, Some(event.charge), text)
            }
            Event::ClaimPosted(event) => {
                let sums = Sums::of(event);
                (
                    answer_kind(event, &sums),
                    event.payment_date,
                    Some(event.paid),
                    answer(event, &sums),
                )
            }
            Event::PatientPaid(event) => {
                let said = if event.amount.is_negative() {
                    "Refunded to the patient"
                } else {
                    "Patient paid"
                };
                let how = if event.method.is_empty() { "" } else { ", " };
                let text = format!("{said} {}{how}{}.", event.amount.abs(), event.method);
                ("patientPayment", event.date, Some(event.amount), text)
            }
            Event::Undone(event) => {
                let text = format!("Took back entry {}: {}", event.entry, event.reason.reveal());
                ("undone", None, None, text)
            }
            Event::Note(event) => ("note", None, None, event.text.reveal().to_string()),
            Event::PaymentReceived(_) => ("other", None, None, String::new()),
        };
        let (sequence, id, at) = (entry.sequence, entry.id.clone(), entry.at.clone());
        Self { sequence, id, at, date, kind, text: Phi::new(text), amount, taken_back }
    }
}

fn answer_kind(event: &ClaimPosted, sums: &Sums) -> &'static str {
    if event.is_reversal() {
        "reversal"
    } else if sums.is_denial(event) {
        "denial"
    } else {
        "payment"
    }
}

fn answer(event: &ClaimPosted, sums: &Sums) -> String {
    let name = &event.payer.name;
    let mut text = if event.is_reversal() {
        format!("{name} took back {} paid on {}", -event.paid, -event.charge)
    } else {
        format!("{name} paid {} of {}", event.paid, event.charge)
    };
    for (what, amount) in [
        ("written off", sums.contractual),
        ("other adjustments", sums.other),
        ("done by earlier payers", sums.prior),
        ("denied", sums.denied),
        ("patient's part", sums.patient),
    ] {
        if !amount.is_zero() {
            text.push_str(&format!("; {what} {amount}"));
        }
    }
    if event.forwarded {
        text.push_str("; sent on to the next payer");
    }
    text.push('.');
    text
}
