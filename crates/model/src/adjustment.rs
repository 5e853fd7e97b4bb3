//! Adjustments: why was an amount not paid as charged?

use serde::{Deserialize, Serialize};
use superbill_types::{DateValue, Money, Quantity, Text};

/// One reason for a difference between charge and payment: one slot of a CAS segment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Adjustment {
    /// Who bears it: `CO`, `PR`, `OA`, `PI` (and `CR` in version 4010).
    pub group: Text,
    /// Claim adjustment reason code such as `45`.
    pub reason: Text,
    /// Amount taken off the charge; negative adds to the payment. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Units taken off, where the payer changed them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// Which CAS segment of its level it came in, from 0; slots of one segment share it. Kept so that
    /// writing gives the same segments back.
    #[serde(skip_serializing_if = "is_zero")]
    pub segment: u32,
    /// Empty slots before this one in its segment.
    #[serde(skip_serializing_if = "is_zero")]
    pub empty_slots_before: u32,
}

/// Money the payer moved outside any claim: one pair of a PLB segment. A positive amount lowers the
/// payment, a negative one raises it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ProviderAdjustment {
    /// Provider adjustment reason code such as `WO`, `FB`, `L6`.
    pub reason: Text,
    /// What it refers to, such as a claim or an earlier payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// Amount; positive lowers the payment. Absent if the text is no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The provider concerned, as the payer identifies it.
    pub provider: Text,
    /// Last day of the provider's fiscal year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_period: Option<DateValue>,
    /// Which PLB segment of the remittance it came in, from 0.
    #[serde(skip_serializing_if = "is_zero")]
    pub segment: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
