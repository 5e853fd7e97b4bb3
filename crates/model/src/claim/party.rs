//! Parties of a claim: who sends, bills, treats, is insured, is treated and pays?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Phi, Quantity, Text};

use crate::{Address, Contact, Identifier, OtherSegment};

/// Name of a person or an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct EntityName {
    /// `1` person, `2` organisation.
    pub entity_type: Text,
    /// Family name, or the organisation's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Phi<Text>>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Phi<Text>>,
    /// Middle name or initial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<Phi<Text>>,
    /// Title before the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Phi<Text>>,
    /// Generation such as `JR`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Phi<Text>>,
}

/// What is told of a person besides name and address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Demographics {
    /// Day of birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Phi<DateValue>>,
    /// `F`, `M` or `U`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Text>,
    /// Day of death.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub death_date: Option<Phi<DateValue>>,
    /// Weight in pounds, for medical equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Quantity>,
    /// `Y` where a pregnancy matters to the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pregnant: Option<Text>,
}

/// A provider, facility, payer or person of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimParty {
    /// Name.
    pub name: EntityName,
    /// Identifier: `XX` NPI, `MI` member number, `PI` or `XV` payer, `46` sender or receiver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<Identifier>,
    /// Tax number of a billing provider or pay-to plan: `EI` employer, `SY` social security.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_id: Option<Identifier>,
    /// Provider taxonomy code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxonomy: Option<Text>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Phi<Address>>,
    /// Birth date, sex and more, of a subscriber or patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demographics: Option<Demographics>,
    /// Further identifiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ClaimReference>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Phi<Contact>>,
    /// Elements the model has no field for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_elements: Vec<OtherElement>,
    /// Segments the model has no field for, as sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_segments: Vec<OtherSegment>,
}

/// A reference number with its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimReference {
    /// `G1` prior authorization, `9F` referral, `F8` payer's claim number, `EA` medical record, `G2`
    /// payer's number of a provider, ...
    pub qualifier: Text,
    /// The number.
    pub value: Phi<Text>,
    /// Identifier of the other payer it belongs to; absent means the payer the claim goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Text>,
}

/// A party with the code of the part it plays, where no field of its own exists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct NamedParty {
    /// Part played, such as `85` billing provider.
    pub role: Text,
    /// The party.
    pub party: ClaimParty,
}

/// Providers and places of a claim, or of one of its lines where they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimProviders {
    /// Who referred the patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referring: Option<Box<ClaimParty>>,
    /// Primary care provider who referred first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_care: Option<Box<ClaimParty>>,
    /// Who treated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rendering: Option<Box<ClaimParty>>,
    /// Where it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_facility: Option<Box<ClaimParty>>,
    /// Who supervised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervising: Option<Box<ClaimParty>>,
    /// Who ordered the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordering: Option<Box<ClaimParty>>,
    /// From whom the service was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchased_service: Option<Box<ClaimParty>>,
    /// Attending physician of a stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attending: Option<Box<ClaimParty>>,
    /// Who operated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operating: Option<Box<ClaimParty>>,
    /// Who else operated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_operating: Option<Box<ClaimParty>>,
    /// Who assisted at dental surgery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assistant_surgeon: Option<Box<ClaimParty>>,
    /// Where the ambulance took the patient up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pick_up: Option<Box<ClaimParty>>,
    /// Where the ambulance set the patient down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drop_off: Option<Box<ClaimParty>>,
    /// Parties with no field of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<NamedParty>,
}

/// An element that a known segment has beyond what the model knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct OtherElement {
    /// Segment id, such as `CLM`.
    pub segment: Text,
    /// Element number, from 1.
    pub position: u8,
    /// The element with the separators `:` and `^`; a data character that is one of
    /// these has a backslash before it.
    pub text: Phi<Text>,
}

/// The insured person (or organisation, for a work accident) of a coverage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Subscriber(pub ClaimParty);

/// The patient, where not the subscriber.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Patient {
    /// Relationship to the subscriber: `01` spouse, `19` child, `G8` other, ...
    pub relationship: Text,
    /// Who it is.
    pub party: ClaimParty,
}
