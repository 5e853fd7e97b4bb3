//! Records: what does a biller call the parts of a remittance?
//!
//! Plain data with the field's names, shared by `exchange` (which reads and writes it), `accounts` and
//! `documents`. Optional fields are absent, never empty, when the payer sent nothing. In JSON keys are
//! camelCase, money and quantities are decimal text, days are `YYYY-MM-DD`.
//!
//! Records hold what was sent, also where it is wrong: a sum that does not balance stays as it came.

mod acknowledgment;
mod adjustment;
mod charge;
mod claim;
mod claim_answer;
mod party;
mod remittance;

pub use acknowledgment::{
    Acknowledgment, AnswerReason, BusinessUnit, GroupAnswer, InterchangeAnswer, SentPlace,
    SetAnswer, SetError, Trigger,
};
pub use adjustment::{Adjustment, ProviderAdjustment};
pub use charge::{ChargedClaim, ChargedLine};
pub use claim::{
    Admission, Ambulance, Attachment, Certification, Claim, ClaimBatch, ClaimDate, ClaimKind,
    ClaimParty, ClaimProcedure, ClaimProviders, ClaimReference, ClaimValue, Contract, Coverage,
    Demographics, Diagnosis, Drug, EntityName, Equipment, EquipmentCertification, Form, FormAnswer,
    LineAdjudication, Measurement, NamedParty, Note, Occurrence, OccurrenceSpan, Orthodontics,
    OtherCoverage, OtherElement, Patient, Pricing, Providers, PurchasedService, RelatedCauses,
    ServiceLine, SpinalManipulation, Subscriber, Tooth, ToothStatus,
};
pub use claim_answer::{
    AnswerTotal, BatchAnswer, ClaimAcknowledgment, ClaimAnswer, LineAnswer, ProviderAnswer,
    StatusAnswer, StatusReason,
};
pub use party::{
    Address, Contact, ContactNumber, Identifier, Name, Party, QualifiedAmount, QualifiedDate,
    QualifiedQuantity, Reference, RemittanceDelivery,
};
pub use remittance::{
    BankAccount, ClaimGroup, ClaimPayment, DiagnosisGroup, InpatientAdjudication, OtherSegment,
    OutpatientAdjudication, Positioned, Procedure, ProviderSummary, Remark, Remittance,
    ServicePayment,
};
