//! Details of claims and lines: which dates, codes, notes and certifications stand beside the charge?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity};

use crate::{ClaimReference, Procedure};

/// A day, a span of days or a time, with what happened then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimDate {
    /// `472` service, `434` statement, `435` admission, `431` onset, `439` accident, `096` discharge, ...
    pub qualifier: String,
    /// The day, or the first of a span; absent where only a time is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<DateValue>,
    /// Last day of a span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<DateValue>,
    /// Time of day, `HHMM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// A diagnosis with the part it plays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Diagnosis {
    /// `ABK` principal, `ABF` further, `ABJ` admitting, `APR` reason for visit, `ABN` external cause;
    /// `BK`, `BF`, `BJ`, `PR`, `BN` for ICD-9; `TQ` dental.
    pub qualifier: String,
    /// The code without a point.
    pub code: String,
    /// Present on admission: `Y`, `N`, `U`, `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present_on_admission: Option<String>,
}

/// A procedure of a whole claim: inpatient, or what an anesthesia was for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimProcedure {
    /// `BBR` principal, `BBQ` further, `BR`, `BQ` for ICD-9, `CAH`; `BP`, `BO` anesthesia related.
    pub qualifier: String,
    /// The code.
    pub code: String,
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
    pub code: String,
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
    pub code: String,
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
    pub code: String,
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
    pub priority: Option<String>,
    /// Point of origin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Status at discharge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_status: Option<String>,
}

/// Supporting documents, sent or at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Attachment {
    /// What it is: `OZ` support data, `RB` radiology films, `M1` medical record, `CT` certification, ...
    pub kind: String,
    /// How it gets there: `AA` on request, `BM` mail, `EL` electronic, `EM` e-mail, `FX` fax, `FT` file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transmission: Option<String>,
    /// Number written on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control_number: Option<Phi<String>>,
    /// What it describes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Terms of a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Contract {
    /// `01` diagnosis-related group, `02` per diem, `03` variable per diem, `04` flat, `05` capitated, `06` percent, `09` other.
    pub kind: String,
    /// Amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<Quantity>,
    /// Contract code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Discount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_percentage: Option<Quantity>,
    /// Version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// Free text with its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Note {
    /// `ADD` additional, `CER` certification, `DCP` goals, `DGN` diagnosis, `TPO` third party, ...
    pub kind: String,
    /// The text.
    pub text: Phi<String>,
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
    pub reason: String,
    /// Miles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Quantity>,
    /// Why a round trip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round_trip_purpose: Option<String>,
    /// Why a stretcher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stretcher_purpose: Option<String>,
}

/// Condition of a patient treated by spinal manipulation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct SpinalManipulation {
    /// `A` acute, `C` chronic, `D` non-acute, `E` non-life threatening, `F` routine, `G` symptomatic, `M` acute manifestation of a chronic one.
    pub condition: String,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Phi<String>>,
    /// Further description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_description: Option<Phi<String>>,
}

/// Conditions that certify a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Certification {
    /// `07` ambulance, `E1` to `E3` vision, `75` homebound, `ZZ` early screening, `70` hospice, `09` equipment.
    pub category: String,
    /// `Y` or `N`.
    pub applies: String,
    /// Condition codes, up to five.
    pub conditions: Vec<String>,
}

/// Certification of durable equipment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct EquipmentCertification {
    /// `I` initial, `R` renewal, `S` revised.
    pub kind: String,
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
    pub methodology: Option<String>,
    /// Allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_amount: Option<Money>,
    /// Saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saving_amount: Option<Money>,
    /// Identifier of the repricer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Per diem or flat rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Quantity>,
    /// Approved diagnosis-related or ambulatory group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_code: Option<String>,
    /// Amount of that group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_amount: Option<Money>,
    /// Approved revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<String>,
    /// Kind of the approved procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure_qualifier: Option<String>,
    /// Approved procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// Unit of the approved units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Approved units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejection: Option<String>,
    /// Whether the policy was followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance: Option<String>,
    /// Which exception applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
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
    pub treatment: Option<String>,
}

/// A tooth that is missing or to be extracted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ToothStatus {
    /// Tooth number.
    pub tooth: String,
    /// `E` to be extracted, `M` missing.
    pub status: String,
}

/// A treated tooth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Tooth {
    /// Tooth number.
    pub tooth: String,
    /// Surfaces: `M` mesial, `O` occlusal, ...
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub surfaces: Vec<String>,
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
    pub frequency: Option<String>,
}

/// A test result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Measurement {
    /// `OG` original, `TR` test results.
    pub kind: String,
    /// `HT` height, `R1` hemoglobin, `R2` hematocrit, `R3` epoetin, `R4` creatinine.
    pub measure: String,
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
    pub provider: String,
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
    pub qualifier: String,
    /// The code.
    pub code: String,
    /// Price of a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Money>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// `F2` international unit, `GR`, `ME`, `ML`, `UN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
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
    pub list: String,
    /// Form.
    pub form: String,
    /// Answers.
    pub answers: Vec<FormAnswer>,
}

/// One answer of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct FormAnswer {
    /// Question.
    pub question: String,
    /// `Y`, `N` or `W`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yes_or_no: Option<String>,
    /// Text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Phi<String>>,
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
    pub causes: Vec<String>,
    /// State of an auto accident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Country of an auto accident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}
