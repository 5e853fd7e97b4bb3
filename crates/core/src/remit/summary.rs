//! The summary of a file: what was paid in all, by whom, and what was taken off for which reasons?

use serde::Serialize;
use superbill_codes::{ADJUSTMENT_REASON, PAYMENT_METHOD, PROVIDER_ADJUSTMENT};
use superbill_exchange::remittance::{Flags, PaymentRow, ReasonTotal, Scaled, payment_check};
use superbill_model::Remittance;
use superbill_types::{DateValue, Money, Text};

use super::story::BalanceRecord;
use crate::RemittanceFile;

/// Totals of a file and its payments.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FileSummary {
    /// Whether there is a payment, and every payment and claim balances.
    pub balanced: bool,
    /// Number of claims.
    pub claim_count: u32,
    /// Sum of charges.
    pub charge_amount: Money,
    /// Sum of what the payers paid (the payments, not the claims).
    pub payment_amount: Money,
    /// Sum of adjustments of claims and lines.
    pub adjustment_amount: Money,
    /// Of these, the patients' (group PR).
    pub patient_responsibility: Money,
    /// Sum of provider adjustments; positive lowers the payments.
    pub provider_adjustment_amount: Money,
    /// Claims the payers denied.
    pub denied_count: u32,
    /// Charges of those claims.
    pub denied_amount: Money,
    /// Claims whose money does not add up.
    pub unbalanced_count: u32,
    /// The payments, in file order.
    pub payments: Vec<PaymentSummary>,
    /// What each reason took off, largest first.
    pub adjustments_by_reason: Vec<ReasonRecord>,
}

/// One payment, without its claims.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PaymentSummary {
    /// Position in the file, from 0.
    pub index: u32,
    /// Payer's name.
    pub payer: String,
    /// Payee's name.
    pub payee: String,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Payment method code.
    pub payment_method: String,
    /// What the method means.
    pub payment_method_label: String,
    /// Day of the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_date: Option<DateValue>,
    /// Check or transfer number.
    pub trace_number: String,
    /// Position of its first claim in the file.
    pub first_claim: u32,
    /// Number of claims.
    pub claim_count: u32,
    /// Claims whose money does not add up.
    pub unbalanced_count: u32,
    /// Whether it and every claim of it balance.
    pub balanced: bool,
    /// The payment's own equation.
    pub check: BalanceRecord,
    /// Money moved outside any claim.
    pub provider_adjustments: Vec<ProviderAdjustmentText>,
}

/// A provider adjustment with its words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ProviderAdjustmentText {
    /// Reason code.
    pub reason: String,
    /// A few words for a biller.
    pub label: String,
    /// What it means and which way the money went.
    pub plain: String,
    /// What it refers to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// Amount; positive lowers the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// What one group and reason took off.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReasonRecord {
    /// Adjustment group.
    pub group: String,
    /// Adjustment reason.
    pub reason: String,
    /// What the reason means.
    pub label: String,
    /// Sum.
    pub amount: Money,
    /// How often it was used.
    pub count: u32,
}

impl RemittanceFile {
    /// The totals of the file and of each payment.
    #[must_use]
    pub fn summary(&self) -> FileSummary {
        let rows = self.payment_rows();
        let sum = |of: fn(&PaymentRow) -> Scaled| -> Money {
            rows.iter().filter_map(|row| of(row).money()).sum()
        };
        let denied = self.claim_rows().iter().filter(|row| row.flags.has(Flags::DENIED));
        FileSummary {
            balanced: self.balanced(),
            claim_count: self.claim_count() as u32,
            charge_amount: sum(|row| row.charges),
            payment_amount: sum(|row| row.payment),
            adjustment_amount: sum(|row| row.adjustments),
            patient_responsibility: sum(|row| row.patient),
            provider_adjustment_amount: sum(|row| row.provider_adjustments),
            denied_count: denied.clone().count() as u32,
            denied_amount: denied.filter_map(|row| row.charge.money()).sum(),
            unbalanced_count: rows.iter().map(|row| row.unbalanced_claims).sum(),
            payments: (0..rows.len()).filter_map(|n| self.payment_summary(n)).collect(),
            adjustments_by_reason: self.scanner().reasons().into_iter().map(reason).collect(),
        }
    }

    /// One payment, without its claims.
    #[must_use]
    pub fn payment_summary(&self, index: usize) -> Option<PaymentSummary> {
        let row = self.payment_rows().get(index)?;
        let record = self.payment(index)?;
        let check = payment_check(&record, row.claims_paid.money());
        let span = (row.start, row.header_end);
        let path = format!("remittances[{index}].paymentAmount");
        Some(PaymentSummary {
            index: index as u32,
            payer: record.payer.name.clone().unwrap_or_default().to_string(),
            payee: record.payee.name.clone().unwrap_or_default().to_string(),
            payment_amount: record.payment_amount,
            payment_method_label: PAYMENT_METHOD
                .find(&record.payment_method)
                .map_or_else(|| record.payment_method.clone(), |it| it.label.into())
                .to_string(),
            payment_method: record.payment_method.to_string(),
            payment_date: record.payment_date.clone(),
            trace_number: record.trace_number.to_string(),
            first_claim: row.first_claim,
            claim_count: row.claims,
            unbalanced_count: row.unbalanced_claims,
            balanced: row.balanced(),
            check: BalanceRecord::new(check, path, span),
            provider_adjustments: provider_adjustments(&record),
        })
    }
}

fn provider_adjustments(record: &Remittance) -> Vec<ProviderAdjustmentText> {
    let texts = record.provider_adjustments.iter().map(|adjustment| {
        let meaning = PROVIDER_ADJUSTMENT.find(&adjustment.reason);
        let way = match adjustment.amount {
            Some(amount) if amount.is_negative() => "It raised this payment.",
            Some(amount) if !amount.is_zero() => "It lowered this payment.",
            _ => "It did not change this payment.",
        };
        let plain = meaning.map_or("The payer did not use a reason we know.", |it| it.plain);
        ProviderAdjustmentText {
            label: meaning
                .map_or_else(|| format!("Reason {}", adjustment.reason), |it| it.label.into()),
            plain: format!("{} {way}", crate::finding::capital(plain)),
            reason: adjustment.reason.to_string(),
            reference: adjustment.reference.clone(),
            amount: adjustment.amount,
        }
    });
    texts.collect()
}

fn reason(total: ReasonTotal) -> ReasonRecord {
    let meaning = ADJUSTMENT_REASON.find(&total.reason);
    ReasonRecord {
        label: meaning.map_or_else(|| format!("Reason {}", total.reason), |it| it.label.into()),
        amount: total.amount.money().unwrap_or_default(),
        group: total.group,
        reason: total.reason,
        count: total.count,
    }
}
