//! Claim rows for a table: what does a reader see of each claim at a glance?

use serde::Serialize;
use superbill_codes::CLAIM_STATUS;
use superbill_exchange::remittance::{ClaimReader, Flags};
use superbill_types::{Date, Money};

use crate::{RemittanceFile, words};

/// One line of a table of claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimRecord {
    /// Position among the claims of the file, from 0.
    pub index: u32,
    /// Position of its payment in the file, from 0.
    pub payment: u32,
    /// Our number for the claim.
    pub patient_control_number: String,
    /// Patient, as people write the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient: Option<String>,
    /// Claim status code.
    pub status: String,
    /// What the status means.
    pub status_label: String,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// All adjustments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjustment_amount: Option<Money>,
    /// Adjustments that are the patient's (group PR).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_responsibility: Option<Money>,
    /// Whether its money adds up.
    pub balanced: bool,
    /// Whether the payer denied it.
    pub denied: bool,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub service_date: Option<Date>,
    /// Number of lines.
    pub services: u32,
    /// Bytes of the file.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
}

impl RemittanceFile {
    /// The rows from `start` up to, not including, `end`; fewer where the file ends.
    #[must_use]
    pub fn rows(&self, start: usize, end: usize) -> Vec<ClaimRecord> {
        (start..end.min(self.claim_count())).filter_map(|index| self.row(index)).collect()
    }

    /// One row. Of the claim only what a table shows is read.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<ClaimRecord> {
        let row = self.claim_rows().get(index)?;
        let mut reader = ClaimReader::default();
        self.each_segment_of(index, |segment| match segment.id() {
            b"NM1" if segment.element(1) != b"QC" => {}
            b"CLP" | b"NM1" | b"SVC" | b"DTM" => reader.segment(segment),
            _ => {}
        })?;
        let claim = reader.finish();
        Some(ClaimRecord {
            index: index as u32,
            payment: row.payment,
            patient: words::patient(&claim),
            service_date: words::service_days(&claim).map(|(first, _)| first),
            status_label: CLAIM_STATUS
                .find(&claim.status)
                .map_or_else(|| format!("Status {}", claim.status), |it| it.label.into()),
            patient_control_number: claim.patient_control_number.reveal().to_string(),
            status: claim.status.to_string(),
            charge_amount: row.charge.money(),
            payment_amount: row.paid.money(),
            adjustment_amount: row.adjustments.money(),
            patient_responsibility: row.patient_adjustments.money(),
            balanced: row.flags.has(Flags::BALANCED),
            denied: row.flags.has(Flags::DENIED),
            services: row.services,
            span: (row.start, row.end),
        })
    }
}
