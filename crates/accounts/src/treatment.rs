//! Treatment: whose loss is an adjustment, from its group and its reason?
//!
//! The payer says with the group who bears an adjustment and with the reason why. A clerk reads
//! them so:
//!
//! | group | reason is | then the amount |
//! |---|---|---|
//! | any | what an earlier payer did (23) | is the earlier payer's part: already in the account |
//! | PR | anything | is the patient's part |
//! | CO, PI, OA | a contract's (45, sequestration, a deductible under CO) | is written off |
//! | CO, PI, OA | a denial (information, timely, authorization, bundled, ...) | stays with the insurer, to work |
//! | CO, PI, OA | interest, a refund, another explained reason | is an other adjustment |
//! | CO, PI, OA | still being decided (133, 143, 221, 255), or not known here | stays with the insurer, undecided |
//!
//! Reason 94 (paid above the charge) is negative and pairs with bundled lines (97): within one
//! claim the two cancel first; what is left of 94 is an other adjustment, what is left of 97 a
//! denial.
//!
//! Sources: X12 RFI 1147, 2548, 2806. A denial is never a write-off
//! (openemr issue 7186). Signs are kept: a negative amount gives back.

use serde::{Deserialize, Serialize};
use superbill_codes::AdjustmentKind;

/// What an adjustment does to the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Treatment {
    /// The patient's part, or the next payer's while one is pending.
    Patient,
    /// Written off under the contract.
    Contractual,
    /// Explained, and neither the contract's nor anyone's debt.
    Other,
    /// Denied: stays in the insurance balance to be worked.
    Denied,
    /// Denied because another line includes it; cancels [`Treatment::Excess`] of the same claim.
    Bundled,
    /// Paid above the charge (reason 94), usually for bundled lines.
    Excess,
    /// What an earlier payer paid and adjusted. Never posted a second time.
    PriorPayer,
    /// Still being decided, or for a reason not known here: stays in the insurance balance.
    Undecided,
}

impl Treatment {
    /// The treatment of one adjustment.
    #[must_use]
    pub fn of(group: &str, reason: &str) -> Self {
        let kind = superbill_codes::adjustment_kind(reason);
        if reason == "23" || kind == Some(AdjustmentKind::PriorPayer) {
            return Self::PriorPayer;
        }
        if group == "PR" {
            return Self::Patient;
        }
        if reason == "94" {
            return Self::Excess;
        }
        if STILL_DECIDING.contains(&reason) {
            return Self::Undecided;
        }
        kind.map_or(Self::Undecided, Self::of_kind)
    }

    /// Whether a reason is known here.
    pub(crate) fn knows(reason: &str) -> bool {
        superbill_codes::adjustment_kind(reason).is_some()
    }

    /// The treatment of a kind of reason under a group that is not the patient's.
    fn of_kind(kind: AdjustmentKind) -> Self {
        use AdjustmentKind as Kind;
        match kind {
            Kind::Contractual
            | Kind::Sequestration
            | Kind::Deductible
            | Kind::Coinsurance
            | Kind::Copay => Self::Contractual,
            Kind::Interest | Kind::Refund | Kind::Other => Self::Other,
            Kind::Bundling => Self::Bundled,
            Kind::PriorPayer => Self::PriorPayer,
            Kind::Denial
            | Kind::Noncovered
            | Kind::Duplicate
            | Kind::Timely
            | Kind::Authorization
            | Kind::Eligibility
            | Kind::Coordination
            | Kind::Information => Self::Denied,
            _ => Self::Undecided,
        }
    }
}

/// Reasons by which a payer says that it has not decided yet: pending, deferred, investigated, in
/// court.
const STILL_DECIDING: [&str; 4] = ["133", "143", "221", "255"];
