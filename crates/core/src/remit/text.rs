//! Remittances for a terminal: how does a payment read on eighty columns?

use std::fmt::Write;

use superbill_types::{DateValue, Money};

use super::story::{AdjustmentText, BalanceRecord, ClaimStory, RemarkText};
use crate::finding;
use crate::{RemittanceFile, Unreadable};

/// An 835 as text for people: payments, claims with their story, what does not add up, findings.
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn remit_text(bytes: &[u8]) -> Result<String, Unreadable> {
    let file = RemittanceFile::open(bytes.to_vec())?;
    let mut out = String::new();
    for payment in file.summary().payments {
        let day = payment.payment_date.as_ref().map_or("no date".into(), day);
        line(&mut out, &format!("{} pays {}", payment.payer, payment.payee));
        line(
            &mut out,
            &format!(
                "{:>14}  {}, {day}, trace {}",
                amount(payment.payment_amount),
                payment.payment_method_label,
                payment.trace_number
            ),
        );
        check(&mut out, &payment.check);
        for adjustment in &payment.provider_adjustments {
            let reference = adjustment.reference.as_deref().unwrap_or("-");
            let label = &adjustment.label;
            line(
                &mut out,
                &format!("{:>14}  {label} ({})", amount(adjustment.amount), adjustment.reason),
            );
            line(&mut out, &format!("{:16}reference {reference}. {}", "", adjustment.plain));
        }
        out.push('\n');
        let claims = payment.first_claim..payment.first_claim + payment.claim_count;
        for story in claims.filter_map(|index| file.story(index as usize)) {
            claim(&mut out, &story);
        }
    }
    finding::text(file.raw_findings(), &mut out);
    let verdict = if file.balanced() { "Balanced" } else { "NOT balanced" };
    let summary = file.summary();
    line(
        &mut out,
        &format!(
            "{verdict}: {} {}, charged {}, paid {}, {} not balanced, {} denied.",
            summary.claim_count,
            if summary.claim_count == 1 { "claim" } else { "claims" },
            summary.charge_amount,
            summary.payment_amount,
            summary.unbalanced_count,
            summary.denied_count
        ),
    );
    Ok(out)
}

fn claim(out: &mut String, story: &ClaimStory) {
    let patient = story.patient.as_deref().unwrap_or("(patient not named)");
    line(
        out,
        &format!("Claim {}  {patient}  {}", story.patient_control_number, story.status_label),
    );
    if let Some(number) = &story.payer_claim_number {
        line(out, &format!("{:16}payer's number {number}", ""));
    }
    for (label, value) in [
        ("charged", story.charge_amount),
        ("plan paid", story.payment_amount),
        ("written off", Some(story.contractual_amount)),
        ("not paid", Some(story.denied_amount)),
        ("other", Some(story.other_amount)),
        ("patient", Some(story.patient_amount)),
    ] {
        if value != Some(Money::ZERO) || matches!(label, "charged" | "plan paid" | "patient") {
            line(out, &format!("{:>14}  {label}", amount(value)));
        }
    }
    let of_claim = story.adjustments.iter().filter(|adjustment| adjustment.service.is_none());
    reasons(out, of_claim, &story.remarks);
    for service in &story.services {
        line(
            out,
            &format!(
                "    {:<14} charged {:>10}  paid {:>10}  {}",
                service.procedure.text,
                amount(service.charge_amount),
                amount(service.payment_amount),
                service.date.as_ref().map_or_else(String::new, day)
            ),
        );
        if let Some(submitted) = &service.submitted_procedure {
            line(out, &format!("{:16}billed as {}", "", submitted.text));
        }
        reasons(out, service.adjustments.iter(), &service.remarks);
    }
    for check_failed in story.checks.iter().filter(|check| !check.balanced) {
        check(out, check_failed);
    }
    out.push('\n');
}

/// What was taken off and why, and what the payer remarks.
fn reasons<'a>(
    out: &mut String,
    adjustments: impl Iterator<Item = &'a AdjustmentText>,
    remarks: &[RemarkText],
) {
    for AdjustmentText { group, reason, plain, amount: off, .. } in adjustments {
        line(out, &format!("{:>14}  {group}-{reason} {plain}", amount(*off)));
    }
    for RemarkText { code, plain, .. } in remarks {
        line(out, &format!("{:16}{code} {plain}", ""));
    }
}

fn check(out: &mut String, check: &BalanceRecord) {
    let terms: Vec<_> =
        check.terms.iter().map(|term| format!("{} {}", term.label, term.amount)).collect();
    let place = check.service.map_or(String::new(), |n| format!(" (line {})", n + 1));
    let verdict = if check.balanced {
        "ok".into()
    } else {
        format!(
            "DOES NOT BALANCE: expected {}, stated {}, difference {}",
            check.expected,
            amount(check.found),
            amount(check.difference)
        )
    };
    line(out, &format!("{:16}{}{place}: {}: {verdict}", "", check.label, terms.join(" less ")));
}

fn amount(amount: Option<Money>) -> String {
    amount.map_or_else(|| "?".into(), |amount| amount.to_string())
}

fn day(date: &DateValue) -> String {
    match date {
        DateValue::Day(day) => day.to_string(),
        DateValue::Text(_) => "date unreadable".into(),
    }
}

/// A line without the control characters a file may hold.
fn line(out: &mut String, text: &str) {
    let safe: String = text.chars().filter(|c| !c.is_control()).collect();
    let _ = writeln!(out, "{}", safe.trim_end());
}
