//! Parties: who paid, who was paid, who was treated, and how are they reached?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

/// A code with the value it qualifies, such as `MI` and a member number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Identifier {
    /// What kind of identifier: `XX` NPI, `FI` tax id, `MI` member, `XV` plan id, ...
    pub qualifier: Text,
    /// The identifier.
    pub value: Phi<Text>,
}

/// A person or organisation as an NM1 segment names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Name {
    /// Part played: `QC` patient, `IL` insured, `74` corrected, `82` provider, `TT` crossover carrier,
    /// `PR` corrected payer, `GB` other subscriber.
    pub role: Text,
    /// `1` person, `2` organisation.
    #[serde(skip_serializing_if = "Text::is_empty")]
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
    /// Title before the name (NM106).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Phi<Text>>,
    /// Generation such as `JR`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Phi<Text>>,
    /// Identifier with its qualifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<Identifier>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    /// Street lines, one or two.
    pub lines: Vec<Text>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Text>,
    /// State or province code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Text>,
    /// ZIP or postal code, digits only as sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Text>,
    /// Country code, where it is not the United States.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Text>,
    /// Subdivision of a country other than US or Canada.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_subdivision: Option<Text>,
}

/// One way to reach a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ContactNumber {
    /// `TE` telephone, `EX` extension, `FX` fax, `EM` e-mail, `UR` web address.
    pub kind: Text,
    /// The number or address.
    pub value: Text,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// `CX` claims office, `BL` technical, `IC` web site.
    pub function: Text,
    /// Name of the person or desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Numbers, in the order sent; at most three.
    pub numbers: Vec<ContactNumber>,
}

/// A reference number with its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Reference {
    /// What it refers to: `EV` receiver, `2U` payer, `6R` line control number, `EA` medical record, ...
    pub qualifier: Text,
    /// The number.
    pub value: Phi<Text>,
    /// Free text beside it, where the payer sends one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
}

/// A date with what it is the date of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct QualifiedDate {
    /// `232` statement from, `233` statement to, `472` service, `150`/`151` service start and end,
    /// `050` received, `036` coverage expired, `405` production.
    pub qualifier: Text,
    /// The day.
    pub date: DateValue,
}

/// An amount told beside the adjudication. Never part of balancing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct QualifiedAmount {
    /// `AU` coverage amount, `B6` allowed, `I` interest, `F5` patient paid, ...
    pub qualifier: Text,
    /// The amount; absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// A quantity told beside the adjudication. Never part of balancing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct QualifiedQuantity {
    /// `CA` covered days, `VS` visits, ...
    pub qualifier: Text,
    /// The quantity; absent if the text is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
}

/// The payer or the payee of a remittance: N1, N3, N4, REF, PER and RDM together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Party {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Identifier such as an NPI or a tax id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<Identifier>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Further identifiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Contacts: claims office, technical, web site.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// How the remittance is delivered (RDM), for a payee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<RemittanceDelivery>,
}

/// How the payee asked to get remittances.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct RemittanceDelivery {
    /// `BM` mail, `EM` e-mail, `FT` file transfer, `OL` on line.
    pub method: Text,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Address or number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
}
