//! The remittance report: what is in an 835, all of it, as one record?

use serde::Serialize;
use superbill_exchange::remittance::Flags;
use superbill_model::{
    Adjustment, ClaimPayment, Contact, InpatientAdjudication, Name, OtherSegment,
    OutpatientAdjudication, Party, Procedure, QualifiedAmount, QualifiedDate, QualifiedQuantity,
    Reference, Remittance, ServicePayment,
};
use superbill_types::{DateValue, Money, Quantity, Text};

use crate::{FindingRecord, RemittanceFile, Unreadable, words};

/// Everything in a remittance file, and whether its money adds up.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RemitReport {
    /// Whether there is a payment, and every payment and claim balances.
    pub balanced: bool,
    /// One for each payment (835 transaction set).
    pub remittances: Vec<RemittanceRecord>,
    /// What is wrong, in file order.
    pub findings: Vec<FindingRecord>,
}

/// One payment.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RemittanceRecord {
    /// Payer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Text>,
    /// Payee's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<Text>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// `ACH`, `CHK`, `NON`, ...
    pub payment_method: String,
    /// Day of the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_date: Option<DateValue>,
    /// Check or transfer number.
    pub trace_number: String,
    /// Whether the payment and each of its claims balance.
    pub balanced: bool,
    /// Transaction set control number.
    pub control_number: String,
    /// Claims, in the order sent.
    pub claims: Vec<RemitClaim>,
    /// Money moved outside any claim; a positive amount lowers the payment.
    pub provider_adjustments: Vec<superbill_model::ProviderAdjustment>,
    /// The payer with address, contacts and further numbers.
    pub payer_party: Party,
    /// The payee with address and further numbers.
    pub payee_party: Party,
    /// The payment's other parts: handling, bank accounts, references, and its groups with their
    /// provider summaries but without their claims.
    pub details: Remittance,
}

/// One claim of a payment.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RemitClaim {
    /// Our number for the claim.
    pub patient_control_number: String,
    /// The payer's number for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_claim_number: Option<Text>,
    /// Patient, as people write the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient: Option<Text>,
    /// Claim status code.
    pub status: String,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// What the payer says the patient owes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_responsibility: Option<Money>,
    /// Whether the claim and each of its lines balance.
    pub balanced: bool,
    /// Header number (LX) the claim stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_number: Option<Text>,
    /// Adjustments of the claim as a whole.
    pub adjustments: Vec<Adjustment>,
    /// Lines.
    pub services: Vec<RemitService>,
    /// Remark codes of the claim itself.
    pub remarks: Vec<Text>,
    /// Kind of coverage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing_indicator: Option<Text>,
    /// Place of service or facility type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility_type: Option<Text>,
    /// Claim frequency code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Text>,
    /// Diagnosis-related group paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_related_group: Option<Text>,
    /// Its weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_related_group_weight: Option<Quantity>,
    /// Discharge fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discharge_fraction: Option<Quantity>,
    /// All names.
    pub names: Vec<Name>,
    /// Inpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inpatient: Option<InpatientAdjudication>,
    /// Outpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outpatient: Option<OutpatientAdjudication>,
    /// Reference numbers.
    pub references: Vec<Reference>,
    /// Dates.
    pub dates: Vec<QualifiedDate>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Amounts told beside the adjudication.
    pub amounts: Vec<QualifiedAmount>,
    /// Quantities told beside the adjudication.
    pub quantities: Vec<QualifiedQuantity>,
    /// Segments without a field, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
    /// Bytes of the file.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
}

/// One line of a claim.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RemitService {
    /// Procedure as the payer judged it.
    pub procedure: Procedure,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Units paid; absent means one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// Procedure as we billed it, where the payer judged another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_procedure: Option<Procedure>,
    /// Units as we billed them, where they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_units: Option<Quantity>,
    /// Adjustments.
    pub adjustments: Vec<Adjustment>,
    /// Remark codes.
    pub remarks: Vec<Text>,
    /// Service dates.
    pub dates: Vec<QualifiedDate>,
    /// Reference numbers.
    pub references: Vec<Reference>,
    /// Amounts told beside the adjudication.
    pub amounts: Vec<QualifiedAmount>,
    /// Quantities told beside the adjudication.
    pub quantities: Vec<QualifiedQuantity>,
    /// Segments without a field, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// Reads an 835 and proves its money.
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn remit(bytes: &[u8]) -> Result<RemitReport, Unreadable> {
    let file = RemittanceFile::open(bytes.to_vec())?;
    let remittances = (0..file.payment_rows().len()).filter_map(|n| payment(&file, n)).collect();
    Ok(RemitReport { balanced: file.balanced(), remittances, findings: file.findings() })
}

fn payment(file: &RemittanceFile, index: usize) -> Option<RemittanceRecord> {
    let row = file.payment_rows().get(index)?;
    let mut record = file.remittance(index)?;
    let mut at = row.first_claim as usize;
    let mut claims = Vec::new();
    for group in &mut record.groups {
        for one in std::mem::take(&mut group.claims) {
            let Some(row) = file.claim_rows().get(at) else { continue };
            let balanced = row.flags.has(Flags::BALANCED);
            claims.push(claim(one, balanced, group.number.clone(), (row.start, row.end)));
            at += 1;
        }
    }
    Some(RemittanceRecord {
        payer: record.payer.name.clone(),
        payee: record.payee.name.clone(),
        payment_amount: record.payment_amount,
        payment_method: record.payment_method.to_string(),
        payment_date: record.payment_date.clone(),
        trace_number: record.trace_number.to_string(),
        balanced: row.balanced(),
        control_number: record.control_number.to_string(),
        claims,
        provider_adjustments: std::mem::take(&mut record.provider_adjustments),
        payer_party: std::mem::take(&mut record.payer),
        payee_party: std::mem::take(&mut record.payee),
        details: record,
    })
}

fn claim(
    claim: ClaimPayment,
    balanced: bool,
    group_number: Option<Text>,
    span: (u64, u64),
) -> RemitClaim {
    RemitClaim {
        patient: words::patient(&claim).map(Into::into),
        remarks: claim.remarks().map(Text::from).collect(),
        patient_control_number: claim.patient_control_number.reveal().to_string(),
        payer_claim_number: claim.payer_claim_number.map(|number| number.reveal().clone()),
        status: claim.status.to_string(),
        charge_amount: claim.charge_amount,
        payment_amount: claim.payment_amount,
        patient_responsibility: claim.patient_responsibility,
        balanced,
        group_number,
        adjustments: claim.adjustments,
        services: claim.services.into_iter().map(service).collect(),
        filing_indicator: claim.filing_indicator,
        facility_type: claim.facility_type,
        frequency: claim.frequency,
        diagnosis_related_group: claim.diagnosis_related_group,
        diagnosis_related_group_weight: claim.diagnosis_related_group_weight,
        discharge_fraction: claim.discharge_fraction,
        names: claim.names,
        inpatient: claim.inpatient,
        outpatient: claim.outpatient,
        references: claim.references,
        dates: claim.dates,
        contacts: claim.contacts,
        amounts: claim.amounts,
        quantities: claim.quantities,
        other_segments: claim.other_segments,
        span,
    }
}

fn service(line: ServicePayment) -> RemitService {
    RemitService {
        procedure: line.procedure,
        charge_amount: line.charge_amount,
        payment_amount: line.payment_amount,
        units: line.units,
        revenue_code: line.revenue_code,
        submitted_procedure: line.submitted_procedure,
        submitted_units: line.submitted_units,
        adjustments: line.adjustments,
        remarks: line.remarks.into_iter().map(|remark| remark.code).collect(),
        dates: line.dates,
        references: line.references,
        amounts: line.amounts,
        quantities: line.quantities,
        other_segments: line.other_segments,
    }
}
