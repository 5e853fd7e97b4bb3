//! Remittance: what did the payer pay, for which claims and lines, and why not more?
//!
//! One [`Remittance`] is one 835 transaction set: one payment. Its claims carry services; each level
//! carries its own adjustments.

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

use crate::{
    Adjustment, Contact, Name, Party, ProviderAdjustment, QualifiedAmount, QualifiedDate,
    QualifiedQuantity, Reference,
};

/// One payment and what it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Remittance {
    /// Transaction set control number.
    pub control_number: Text,
    /// Transaction handling: `I` remittance only, `C` payment with it, `H` notice, `D`, `P`, `U`, `X`.
    pub handling: Text,
    /// What was paid. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// `C` credit or `D` debit.
    pub credit_or_debit: Text,
    /// `ACH`, `CHK`, `FWT`, `BOP`, or `NON` when no money moves.
    pub payment_method: Text,
    /// `CCP` or `CTX` for an electronic payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_format: Option<Text>,
    /// The payer's bank and account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_account: Option<BankAccount>,
    /// Payer's identifier in the payment (BPR10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub originating_company: Option<Text>,
    /// Further division of the payer (BPR11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub originating_company_supplement: Option<Text>,
    /// The provider's bank and account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver_account: Option<BankAccount>,
    /// Day of the check or of the transfer's effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_date: Option<DateValue>,
    /// Check or transfer number: what matches the money in the bank.
    pub trace_number: Text,
    /// Trace type (TRN01), `1`.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub trace_type: Text,
    /// Payer's identifier beside the trace number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_payer: Option<Text>,
    /// Further division beside the trace number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_supplement: Option<Text>,
    /// Currency, where it is told: entity and code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Text>,
    /// Day the payer produced the remittance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub production_date: Option<DateValue>,
    /// Receiver and version references.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Who pays.
    pub payer: Party,
    /// Who is paid.
    pub payee: Party,
    /// Claims under their header numbers, in the order sent.
    pub groups: Vec<ClaimGroup>,
    /// Money moved outside any claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provider_adjustments: Vec<ProviderAdjustment>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

impl Remittance {
    /// All claims, in the order sent.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimPayment> {
        self.groups.iter().flat_map(|group| &group.claims)
    }
}

/// A bank account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct BankAccount {
    /// `01` ABA routing number, `04` Canadian bank.
    pub bank_qualifier: Text,
    /// Routing number.
    pub bank: Phi<Text>,
    /// `DA` demand deposit, `SG` savings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_qualifier: Option<Text>,
    /// Account number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Phi<Text>>,
}

/// Claims that share a header number (LX), with the provider's summary where the payer sends one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimGroup {
    /// Header number; absent where claims came without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Provider summary (TS3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ProviderSummary>,
    /// Diagnosis-related-group summary (TS2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_summary: Option<DiagnosisGroup>,
    /// Claims.
    pub claims: Vec<ClaimPayment>,
}

/// Totals of a provider's claims (TS3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ProviderSummary {
    /// Provider, as the payer identifies it.
    pub provider: Text,
    /// Facility type.
    pub facility_type: Text,
    /// Last day of the fiscal period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_period: Option<DateValue>,
    /// TS304 to TS324: the counts and amounts a Medicare contractor totals.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Positioned>,
}

/// One value of a segment that is a list of many, by its element position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Positioned {
    /// Element number, from 1.
    pub position: u8,
    /// The value, where it is a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The value as sent, where it is a code or no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// Totals of prospective payments (TS2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct DiagnosisGroup {
    /// TS201 to TS219.
    pub values: Vec<Positioned>,
}

/// What a payer did with one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimPayment {
    /// Our number for the claim, echoed.
    pub patient_control_number: Phi<Text>,
    /// `1` primary, `2` secondary, `3` tertiary, `4` denied, `19`-`21` and forwarded, `22` reversal,
    /// `23` not our claim, forwarded, `25` predetermination.
    pub status: Text,
    /// What was charged. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// What the payer says the patient owes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_responsibility: Option<Money>,
    /// Kind of coverage such as `12` PPO, `MB` Medicare part B.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing_indicator: Option<Text>,
    /// The payer's number for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_claim_number: Option<Phi<Text>>,
    /// Place of service or facility type of the bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility_type: Option<Text>,
    /// Claim frequency code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Text>,
    /// CLP10: patient status where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_status: Option<Text>,
    /// Diagnosis-related group paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_related_group: Option<Text>,
    /// Weight of that group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_related_group_weight: Option<Quantity>,
    /// Discharge fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discharge_fraction: Option<Quantity>,
    /// CLP14: whether the patient authorised coordination of benefits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordination_of_benefits: Option<Text>,
    /// Adjustments of the claim as a whole.
    pub adjustments: Vec<Adjustment>,
    /// Patient, insured, corrected insured, provider, crossover carrier, corrected payer, other
    /// subscriber: all names, in the order sent.
    pub names: Vec<Name>,
    /// Inpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inpatient: Option<InpatientAdjudication>,
    /// Outpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outpatient: Option<OutpatientAdjudication>,
    /// Reference numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Dates of the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<QualifiedDate>,
    /// Whom to ask about the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Amounts told beside the adjudication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<QualifiedAmount>,
    /// Quantities told beside the adjudication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<QualifiedQuantity>,
    /// Service lines.
    pub services: Vec<ServicePayment>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

impl ClaimPayment {
    /// The first name with this role: `QC` for the patient.
    #[must_use]
    pub fn name(&self, role: &str) -> Option<&Name> {
        self.names.iter().find(|name| name.role == role)
    }

    /// Remark codes of the claim itself, from its inpatient or outpatient adjudication.
    pub fn remarks(&self) -> impl Iterator<Item = &str> {
        let inpatient = self.inpatient.iter().flat_map(|part| &part.values);
        let outpatient = self.outpatient.iter().flat_map(|part| &part.values);
        let inpatient = inpatient.filter(|v| matches!(v.position, 5 | 20..=23));
        let outpatient = outpatient.filter(|v| matches!(v.position, 3..=7));
        inpatient.chain(outpatient).filter_map(|value| value.text.as_deref())
    }

    /// Whether it takes back an earlier payment.
    #[must_use]
    pub fn is_reversal(&self) -> bool {
        self.status == "22"
    }
}

/// Inpatient adjudication (MIA).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct InpatientAdjudication {
    /// MIA01 to MIA24; remark codes stand at 5 and 20 to 23.
    pub values: Vec<Positioned>,
}

/// Outpatient adjudication (MOA).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct OutpatientAdjudication {
    /// MOA01 to MOA09; remark codes stand at 3 to 7.
    pub values: Vec<Positioned>,
}

/// A procedure as coded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Procedure {
    /// `HC` CPT or HCPCS, `AD` dental, `NU` revenue code, `N4` drug, `HP` rate code, ...
    pub qualifier: Text,
    /// The code.
    pub code: Text,
    /// Up to four modifiers.
    pub modifiers: Vec<Text>,
    /// Description, where sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// SVC01-8: end of a code range, where sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_range_end: Option<Text>,
}

/// A remark code with its list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Remark {
    /// `HE` remittance advice remark, `RX` pharmacy reject.
    pub list: Text,
    /// The code.
    pub code: Text,
}

/// What a payer did with one service line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ServicePayment {
    /// Procedure as the payer judged it.
    pub procedure: Procedure,
    /// What was charged. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// Units paid; absent means one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Procedure as we billed it, where the payer judged another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_procedure: Option<Procedure>,
    /// Units as we billed them, where they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_units: Option<Quantity>,
    /// Service dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<QualifiedDate>,
    /// Adjustments of the line.
    pub adjustments: Vec<Adjustment>,
    /// Reference numbers; `6R` is our line control number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Amounts told beside the adjudication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<QualifiedAmount>,
    /// Quantities told beside the adjudication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<QualifiedQuantity>,
    /// Remark codes.
    pub remarks: Vec<Remark>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// A segment kept as it came, because the model has no field for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct OtherSegment {
    /// The segment without its terminator, in the file's own separators.
    pub text: Phi<Text>,
}
