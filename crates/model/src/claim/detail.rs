//! Details of claims and lines: which dates, codes, notes and certifications stand beside the charge?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

use crate::{ClaimReference, Procedure};

/// A day, a span of days or a time, with what happened then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimDate {
    /// `472` service, `434` statement, `435` admission, `431` onset, `439` accident, `096` discharge, ...
    pub qualifier: Text,
    /// The day, or the first of a span; absent where only a time is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<DateValue>,
    /// Last day of a span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<DateValue>,
    /// Time of day, `HHMM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Text>,
}

/// A diagnosis with the part it plays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Diagnosis {
    /// `ABK` principal, `ABF` further, `ABJ` admitting, `APR` reason for visit, `ABN` external cause;
    /// `BK`, `BF`, `BJ`, `PR`, `BN` for ICD-9; `TQ` dental.
    pub qualifier: Text,
    /// The code without a point.
    pub code: Text,
    /// Present on admission: `Y`, `N`, `U`, `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present_on_admission: Option<Text>,
}

/// A procedure of a whole claim: inpatient, or what an anesthesia was for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimProcedure {
    /// `BBR` principal, `BBQ` further, `BR`, `BQ` for ICD-9, `CAH`; `BP`, `BO` anesthesia related.
    pub qualifier: Text,
    /// The code.
    pub code: Text,
    /// Day it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
}

/// A span of days that means something for payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct OccurrenceSpan {
    /// Occurrence span code.
    pub code: Text,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<DateValue>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<DateValue>,
}

/// A day that means something for payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Occurrence {
    /// Occurrence code.
    pub code: Text,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
}

/// An amount that means something for payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimValue {
    /// Value code.
    pub code: Text,
    /// The amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// How the patient came and left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Admission {
    /// Priority or type of admission or visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Text>,
    /// Point of origin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// Status at discharge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_status: Option<Text>,
}

/// Supporting documents, sent or at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Attachment {
    /// What it is: `OZ` support data, `RB` radiology films, `M1` medical record, `CT` certification, ...
    pub kind: Text,
    /// How it gets there: `AA` on request, `BM` mail, `EL` electronic, `EM` e-mail, `FX` fax, `FT` file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transmission: Option<Text>,
    /// Number written on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control_number: Option<Phi<Text>>,
    /// What it describes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
}

/// Terms of a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Contract {
    /// `01` diagnosis-related group, `02` per diem, `03` variable per diem, `04` flat, `05` capitated, `06` percent, `09` other.
    pub kind: Text,
    /// Amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<Quantity>,
    /// Contract code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Text>,
    /// Discount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_percentage: Option<Quantity>,
    /// Version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Text>,
}

/// Free text with its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Note {
    /// `ADD` additional, `CER` certification, `DCP` goals, `DGN` diagnosis, `TPO` third party, ...
    pub kind: Text,
    /// The text.
    pub text: Phi<Text>,
}

/// A ride.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Ambulance {
    /// Patient's weight in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Quantity>,
    /// Why transported: `A` nearest facility, `B` preferred doctor, `C` nearness of family, `D` specialist, `E` rehabilitation.
    pub reason: Text,
    /// Miles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Quantity>,
    /// Why a round trip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round_trip_purpose: Option<Text>,
    /// Why a stretcher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stretcher_purpose: Option<Text>,
}

/// Condition of a patient treated by spinal manipulation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct SpinalManipulation {
    /// `A` acute, `C` chronic, `D` non-acute, `E` non-life threatening, `F` routine, `G` symptomatic, `M` acute manifestation of a chronic one.
    pub condition: Text,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Phi<Text>>,
    /// Further description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_description: Option<Phi<Text>>,
}

/// Conditions that certify a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Certification {
    /// `07` ambulance, `E1` to `E3` vision, `75` homebound, `ZZ` early screening, `70` hospice, `09` equipment.
    pub category: Text,
    /// `Y` or `N`.
    pub applies: Text,
    /// Condition codes, up to five.
    pub conditions: Vec<Text>,
}

/// Certification of durable equipment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct EquipmentCertification {
    /// `I` initial, `R` renewal, `S` revised.
    pub kind: Text,
    /// How many months it is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<Quantity>,
}

/// Price by a repricer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Pricing {
    /// Method `00` to `14`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub methodology: Option<Text>,
    /// Allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_amount: Option<Money>,
    /// Saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saving_amount: Option<Money>,
    /// Identifier of the repricer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Text>,
    /// Per diem or flat rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Quantity>,
    /// Approved diagnosis-related or ambulatory group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_code: Option<Text>,
    /// Amount of that group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_amount: Option<Money>,
    /// Approved revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// Kind of the approved procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure_qualifier: Option<Text>,
    /// Approved procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Text>,
    /// Unit of the approved units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Approved units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejection: Option<Text>,
    /// Whether the policy was followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance: Option<Text>,
    /// Which exception applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<Text>,
}

/// Length of an orthodontic treatment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Orthodontics {
    /// Months in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_months: Option<Quantity>,
    /// Months that remain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining_months: Option<Quantity>,
    /// `Y` where services are for orthodontics but no months are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Text>,
}

/// A tooth that is missing or to be extracted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ToothStatus {
    /// Tooth number.
    pub tooth: Text,
    /// `E` to be extracted, `M` missing.
    pub status: Text,
}

/// A treated tooth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Tooth {
    /// Tooth number.
    pub tooth: Text,
    /// Surfaces: `M` mesial, `O` occlusal, ...
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub surfaces: Vec<Text>,
}

/// Rental and purchase price of durable equipment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Equipment {
    /// Equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// Days it is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Quantity>,
    /// Rental price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rental_price: Option<Money>,
    /// Purchase price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_price: Option<Money>,
    /// Rental unit: `1` weekly, `4` monthly, `6` daily.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Text>,
}

/// A test result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Measurement {
    /// `OG` original, `TR` test results.
    pub kind: Text,
    /// `HT` height, `R1` hemoglobin, `R2` hematocrit, `R3` epoetin, `R4` creatinine.
    pub measure: Text,
    /// The result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
}

/// A service bought from another provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct PurchasedService {
    /// Identifier of that provider.
    pub provider: Text,
    /// What it cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// A drug with its quantity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Drug {
    /// `N4` national drug code, ...
    pub qualifier: Text,
    /// The code.
    pub code: Text,
    /// Price of a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Money>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// `F2` international unit, `GR`, `ME`, `ML`, `UN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Prescription (`XZ`) or compound (`VY`) number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ClaimReference>,
}

/// A filled-in form of supporting documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Form {
    /// `AS` form type, `UT` durable equipment carrier's form.
    pub list: Text,
    /// Form.
    pub form: Text,
    /// Answers.
    pub answers: Vec<FormAnswer>,
}

/// One answer of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct FormAnswer {
    /// Question.
    pub question: Text,
    /// `Y`, `N` or `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yes_or_no: Option<Text>,
    /// Text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Phi<Text>>,
    /// Day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Phi<DateValue>>,
    /// Percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<Quantity>,
}

/// What caused the condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct RelatedCauses {
    /// `AA` auto accident, `EM` employment, `OA` other accident.
    pub causes: Vec<Text>,
    /// State of an auto accident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Text>,
    /// Country of an auto accident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Text>,
}
