//! Acknowledgment: what did the receiver accept of what was sent, and which claim is each complaint about?
//!
//! One [`Acknowledgment`] is one file that came back: TA1 for interchanges, 999 (or the older 997) for
//! groups and the transaction sets in them. Whether the claims in them are accepted comes later, in a
//! claim acknowledgment.

use serde::{Deserialize, Serialize};
use superbill_types::{Phi, Text};

/// The answers of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Acknowledgment {
    /// Answers to interchanges (TA1).
    pub interchanges: Vec<InterchangeAnswer>,
    /// Answers to functional groups (999, 997).
    pub groups: Vec<GroupAnswer>,
}

/// The answer to one interchange.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct InterchangeAnswer {
    /// Control number of the interchange that was sent (its ISA13).
    pub control_number: Text,
    /// Its date and time as they were sent, `YYMMDD` and `HHMM`.
    pub date: Text,
    /// See `date`.
    pub time: Text,
    /// `A` accepted, `E` accepted with errors, `R` rejected.
    pub status: AnswerReason,
    /// Why; code `000` where nothing is wrong.
    pub note: AnswerReason,
    /// Where it is in the file that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentPlace>,
}

/// The answer to one functional group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct GroupAnswer {
    /// Functional id of the group that was sent (its GS01), such as `HC`.
    pub functional_id: Text,
    /// Its control number (GS06).
    pub control_number: Text,
    /// Its guide (GS08), where the answer tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guide: Option<Text>,
    /// `A` accepted, `E` accepted with errors, `P` partly accepted, `R` rejected.
    pub status: AnswerReason,
    /// Transaction sets the group said it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included: Option<u32>,
    /// Transaction sets that arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<u32>,
    /// Transaction sets that were accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<u32>,
    /// What is wrong with the group itself.
    pub reasons: Vec<AnswerReason>,
    /// Its transaction sets; an answer may leave out the accepted ones.
    pub sets: Vec<SetAnswer>,
    /// Where it is in the file that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentPlace>,
}

/// The answer to one transaction set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct SetAnswer {
    /// Transaction set id (ST01), such as `837`.
    pub transaction_set: Text,
    /// Control number of the set that was sent (its ST02).
    pub control_number: Text,
    /// Its guide (ST03), where the answer tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guide: Option<Text>,
    /// `A` accepted, `E` accepted with errors, `R` rejected; `M`, `W`, `X` rejected for its security.
    pub status: AnswerReason,
    /// What is wrong with the set as a whole.
    pub reasons: Vec<AnswerReason>,
    /// What is wrong in it, segment by segment.
    pub errors: Vec<SetError>,
    /// Where it is in the file that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentPlace>,
}

/// One thing wrong in a transaction set: with a segment, or with one element of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct SetError {
    /// Segment id; of a missing segment, the one that is missing.
    pub segment: Text,
    /// Its position in the set, ST = 1; of a missing segment, that of the one behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Loop id.
    #[serde(rename = "loop", skip_serializing_if = "Option::is_none")]
    pub loop_id: Option<Text>,
    /// Element number from 1; absent where the whole segment is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<u16>,
    /// Component number from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<u16>,
    /// Repetition number from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repetition: Option<u16>,
    /// Data element number, such as `782`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element_number: Option<Text>,
    /// What is wrong.
    pub reason: AnswerReason,
    /// What the receiver says was sent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub value: Option<Phi<Text>>,
    /// The claim or other unit of business the receiver says it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<BusinessUnit>,
    /// The places that make the segment or element required or unwanted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
    /// Where it is in the file that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentPlace>,
}

/// A code and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AnswerReason {
    /// As it stands on the wire.
    pub code: Text,
    /// In plain words; absent where the code is not known here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
}

/// A unit of business by the element that identifies it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct BusinessUnit {
    /// The element, such as `CLM01`.
    pub name: Text,
    /// Its value, such as the patient control number.
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub value: Phi<Text>,
}

/// A place of the sent file that a condition depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Trigger {
    /// Segment id.
    pub segment: Text,
    /// Its position in the set, ST = 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Loop id.
    #[serde(rename = "loop", skip_serializing_if = "Option::is_none")]
    pub loop_id: Option<Text>,
    /// Element number from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<u16>,
    /// Component number from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<u16>,
}

/// A place in the file that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct SentPlace {
    /// Its bytes: first, and one past the last.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
    /// The claim it belongs to, where it belongs to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub patient_control_number: Option<Phi<Text>>,
}
