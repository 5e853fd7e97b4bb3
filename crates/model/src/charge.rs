//! Charged claims: what was billed, as far as an account needs it?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};

/// A claim as it was sent: who was treated, what was charged. Not the whole claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ChargedClaim {
    /// Our number for the claim.
    pub patient_control_number: Phi<Text>,
    /// Patient's family name.
    pub last_name: Option<Phi<Text>>,
    /// Patient's given name.
    pub first_name: Option<Phi<Text>>,
    /// Member number of the subscriber.
    pub member_id: Option<Phi<Text>>,
    /// What was charged. Absent if the text is no amount.
    pub charge_amount: Option<Money>,
    /// Claim frequency: `1` original, `7` replacement, `8` void.
    pub frequency: Text,
    /// First day of service of the claim itself, where told.
    pub service_date: Option<DateValue>,
    /// Lines.
    pub lines: Vec<ChargedLine>,
}

/// One line of a charged claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ChargedLine {
    /// Procedure, or revenue code where there is none.
    pub procedure: Text,
    /// Modifiers.
    pub modifiers: Vec<Text>,
    /// First day of service.
    pub date: Option<DateValue>,
    /// What was charged. Absent if the text is no amount.
    pub charge_amount: Option<Money>,
    /// Units.
    pub units: Option<Quantity>,
}
