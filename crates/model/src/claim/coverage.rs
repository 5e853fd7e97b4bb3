//! Coverages of a claim: who insures the patient, in which order, and what did earlier payers do?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

use crate::{
    Adjustment, ClaimParty, InpatientAdjudication, NamedParty, OtherElement, OtherSegment,
    OutpatientAdjudication, Procedure, QualifiedAmount, Subscriber,
};

/// One insurance of the patient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Coverage {
    /// Place in the order of payment: `P` primary, `S` secondary, `T` tertiary, `A` to `H` after,
    /// `U` unknown.
    pub sequence: Text,
    /// Relationship of the patient to the subscriber: `18` self; others only in other coverages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<Text>,
    /// Group or policy number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_number: Option<Phi<Text>>,
    /// Name of the group or plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_name: Option<Text>,
    /// Why Medicare is not primary: `12`, `13`, `47`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    pub insurance_type: Option<Text>,
    /// Kind of payer: `MB` Medicare part B, `CI` commercial, `BL`, `MC`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing_indicator: Option<Text>,
    /// The insured.
    pub subscriber: Subscriber,
    /// Who insures.
    pub payer: ClaimParty,
    /// Elements the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_elements: Vec<OtherElement>,
}

/// An insurance that is not the one the claim goes to, with what its payer did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct OtherCoverage {
    /// The insurance.
    pub coverage: Coverage,
    /// Adjustments the payer reported for the claim as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<Adjustment>,
    /// What the payer paid for the whole claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_amount: Option<Money>,
    /// Not covered in total, where the payer was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_covered_amount: Option<Money>,
    /// What the patient still owes after this payer, where it is told for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining_liability: Option<Money>,
    /// Further amounts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<QualifiedAmount>,
    /// Whether benefits are assigned: `Y`, `N`, `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefits_assigned: Option<Text>,
    /// `P` where the provider signed for the patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_signature_source: Option<Text>,
    /// Consent to release: `Y` or `I`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release_of_information: Option<Text>,
    /// Inpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inpatient: Option<InpatientAdjudication>,
    /// Outpatient adjudication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outpatient: Option<OutpatientAdjudication>,
    /// Day of the payer's check or remittance, where it is told for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjudication_date: Option<DateValue>,
    /// The claim's providers as this payer numbers them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<NamedParty>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// What another payer did with one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct LineAdjudication {
    /// Identifier of the payer, as among the other coverages.
    pub payer: Text,
    /// What was paid. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_amount: Option<Money>,
    /// Procedure as the payer judged it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// Revenue code as the payer judged it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// Units paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_units: Option<Quantity>,
    /// Number of the line this one was bundled into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bundled_line: Option<Text>,
    /// Adjustments of the line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<Adjustment>,
    /// Day of the payer's check or remittance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjudication_date: Option<DateValue>,
    /// What the patient still owes for the line after this payer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining_liability: Option<Money>,
    /// Elements the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_elements: Vec<OtherElement>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}
