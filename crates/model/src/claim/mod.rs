//! Claims: what is billed, to whom, for whom, by whom and why?
//!
//! One [`Claim`] for professional, institutional and dental billing; what a kind has no use for stays absent.
//! A [`ClaimBatch`] is what one transaction set carries.

mod coverage;
mod detail;
mod party;
mod providers;

pub use coverage::{Coverage, LineAdjudication, OtherCoverage};
pub use detail::{
    Admission, Ambulance, Attachment, Certification, ClaimDate, ClaimProcedure, ClaimValue,
    Contract, Diagnosis, Drug, Equipment, EquipmentCertification, Form, FormAnswer, Measurement,
    Note, Occurrence, OccurrenceSpan, Orthodontics, Pricing, PurchasedService, RelatedCauses,
    SpinalManipulation, Tooth, ToothStatus,
};
pub use party::{
    ClaimParty, ClaimProviders, ClaimReference, Demographics, EntityName, NamedParty, OtherElement,
    Patient, Subscriber,
};
pub use providers::Providers;

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

use crate::{OtherSegment, Procedure, QualifiedAmount, QualifiedQuantity};

/// Which of the three claim forms a claim follows.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
// Closed: the standard has these three.
pub enum ClaimKind {
    /// Doctors, suppliers, ambulances.
    #[default]
    Professional,
    /// Hospitals and other facilities.
    Institutional,
    /// Dentists.
    Dental,
}

/// Claims sent together: one transaction set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimBatch {
    /// Control number of the transaction set.
    pub control_number: Text,
    /// Guide it was written to, such as `005010X222A1`; absent means the current one of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guide: Option<Text>,
    /// `00` original, `18` reissue; absent means original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The sender's number for the batch.
    pub reference: Phi<Text>,
    /// Day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// Time it was made, `HHMM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Text>,
    /// `CH` chargeable, `RP` reporting, `31` subrogation; absent means chargeable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Text>,
    /// Who sends.
    pub submitter: ClaimParty,
    /// Who gets it.
    pub receiver: ClaimParty,
    /// Claims, in the order sent.
    pub claims: Vec<Claim>,
    /// Segments of the header the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// One claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Claim {
    /// Which form it follows.
    pub kind: ClaimKind,
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// What is charged in all. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// Place of service, or the first two digits of the type of bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility_code: Option<Text>,
    /// `B` place of service, `A` type of bill; absent means that of the kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility_qualifier: Option<Text>,
    /// `1` original, `7` replacement, `8` void, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Text>,
    /// Whether the provider's signature is on file: `Y`, `N`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature_on_file: Option<Text>,
    /// Whether the provider accepts assignment: `A`, `B`, `C`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Text>,
    /// Whether benefits are paid to the provider: `Y`, `N`, `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefits_assigned: Option<Text>,
    /// Consent to release: `Y` or `I`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release_of_information: Option<Text>,
    /// `P` where the provider signed for the patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_signature_source: Option<Text>,
    /// What caused the condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related_causes: Option<Box<RelatedCauses>>,
    /// Special program, such as `02`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special_program: Option<Text>,
    /// `PB` for a predetermination.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submission_reason: Option<Text>,
    /// Why it comes late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_reason: Option<Text>,
    /// Who bills.
    pub billing_provider: ClaimParty,
    /// Currency of the amounts, where not US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Text>,
    /// Where to send payment, where not to the billing provider's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_to_address: Option<Box<ClaimParty>>,
    /// The plan that subrogates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_to_plan: Option<Box<ClaimParty>>,
    /// The insurance the claim goes to.
    pub coverage: Coverage,
    /// The patient, where not the subscriber.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient: Option<Box<Patient>>,
    /// The patient's other insurances, at most ten.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_coverages: Vec<OtherCoverage>,
    /// Providers and places.
    #[cfg_attr(feature = "typescript", tsify(type = "ClaimProviders"))]
    pub providers: Providers,
    /// Dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<ClaimDate>,
    /// How the patient came and left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admission: Option<Box<Admission>>,
    /// Orthodontic treatment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orthodontics: Option<Box<Orthodontics>>,
    /// Teeth missing or to be extracted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tooth_status: Vec<ToothStatus>,
    /// Supporting documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Box<Contract>>,
    /// Amounts: `F5` patient paid, `F3` patient's estimated part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<QualifiedAmount>,
    /// Reference numbers; `F8` is the payer's number of the claim this one replaces or voids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ClaimReference>,
    /// Fixed-format text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub file_information: Vec<Phi<Text>>,
    /// Notes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Ambulance ride.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ambulance: Option<Box<Ambulance>>,
    /// Spinal manipulation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spinal_manipulation: Option<Box<SpinalManipulation>>,
    /// Conditions that certify.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<Certification>,
    /// Diagnoses; lines point at the principal and further ones by place, from 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diagnoses: Vec<Diagnosis>,
    /// Diagnosis-related group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis_related_group: Option<Text>,
    /// Procedures of the whole claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<ClaimProcedure>,
    /// Occurrence spans.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occurrence_spans: Vec<OccurrenceSpan>,
    /// Occurrences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occurrences: Vec<Occurrence>,
    /// Values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ClaimValue>,
    /// Condition codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Text>,
    /// Home-health treatment codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub treatments: Vec<Text>,
    /// Price by a repricer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pricing: Option<Box<Pricing>>,
    /// Service lines.
    pub lines: Vec<ServiceLine>,
    /// Elements the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_elements: Vec<OtherElement>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// One service line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ServiceLine {
    /// Our number for the line; the remittance echoes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control_number: Option<Phi<Text>>,
    /// Revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// Procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// What is charged. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// `UN` unit, `MJ` minutes, `DA` days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Place of service, where it differs from the claim's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_of_service: Option<Text>,
    /// Which diagnoses of the claim, from `1`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diagnosis_pointers: Vec<Text>,
    /// `Y` for an emergency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Text>,
    /// `Y` where it follows from an early screening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early_screening: Option<Text>,
    /// `Y` for family planning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_planning: Option<Text>,
    /// `0` where no copay is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copay_exempt: Option<Text>,
    /// Of the charge, what is not covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_covered_amount: Option<Money>,
    /// Areas of the mouth.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub oral_cavity: Vec<Text>,
    /// `I` initial, `R` replacement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prosthesis: Option<Text>,
    /// Teeth.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub teeth: Vec<Tooth>,
    /// Durable equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Box<Equipment>>,
    /// Supporting documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Ambulance ride.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ambulance: Option<Box<Ambulance>>,
    /// Certification of durable equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment_certification: Option<Box<EquipmentCertification>>,
    /// Conditions that certify.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<Certification>,
    /// Dates; `472` is the service.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<ClaimDate>,
    /// Quantities: `PT` patients in the ambulance, `FL` obstetric units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<QualifiedQuantity>,
    /// Test results.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
    /// Contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Box<Contract>>,
    /// Reference numbers, the line's own not among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ClaimReference>,
    /// Amounts: `T` sales tax, `F4` postage, `GT` service tax, `N8` facility tax.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<QualifiedAmount>,
    /// Fixed-format text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub file_information: Vec<Phi<Text>>,
    /// Notes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Service bought from another provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchased_service: Option<Box<PurchasedService>>,
    /// Price by a repricer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pricing: Option<Box<Pricing>>,
    /// Drug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drug: Option<Box<Drug>>,
    /// Providers and places, where they differ from the claim's.
    #[cfg_attr(feature = "typescript", tsify(type = "ClaimProviders"))]
    pub providers: Providers,
    /// What other payers did with the line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adjudications: Vec<LineAdjudication>,
    /// Forms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// Elements the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_elements: Vec<OtherElement>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

impl Claim {
    /// The first reference number with this qualifier: `F8` for the payer's claim number.
    #[must_use]
    pub fn reference(&self, qualifier: &str) -> Option<&Phi<Text>> {
        let found = self.references.iter().find(|reference| reference.qualifier == qualifier);
        found.map(|reference| &reference.value)
    }

    /// Who is treated: the patient, or the subscriber where no other patient is told.
    #[must_use]
    pub fn treated(&self) -> &ClaimParty {
        self.patient.as_ref().map_or(&self.coverage.subscriber.0, |patient| &patient.party)
    }
}
