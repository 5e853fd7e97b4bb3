//! The kind of an adjustment: is it the patient's share, an ordinary write-off, or work to be done?
//!
//! A reason code says why; the group code beside it says who bears the amount, and wins where the two
//! disagree (`PR-45` is the patient's, whatever the reason's kind). The kinds are our reading of the
//! reasons, kept in the last column of `data/adjustment_reason.tsv`; they come from no published list.

use crate::ADJUSTMENT_REASON;

/// Why an amount was adjusted, as far as work and money go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AdjustmentKind {
    /// The patient's deductible.
    Deductible,
    /// The patient's percentage.
    Coinsurance,
    /// A set amount the patient pays, for a service or a month.
    Copay,
    /// Taken off by contract, fee schedule or law: an ordinary write-off.
    Contractual,
    /// What an earlier payer paid or took off.
    PriorPayer,
    /// The benefit plan excludes it, or its limit is used up.
    Noncovered,
    /// The payer decided against it: medical need, provider, policy. Appeal or accept.
    Denial,
    /// Counted as part of another service.
    Bundling,
    /// Seen before.
    Duplicate,
    /// Filed or appealed too late.
    Timely,
    /// No referral or advance approval, or beyond it.
    Authorization,
    /// No coverage for this patient on this date.
    Eligibility,
    /// Another payer comes first, or owes it instead.
    Coordination,
    /// Something on the claim is missing, invalid or does not fit: correct and resend.
    Information,
    /// The federal budget cut.
    Sequestration,
    /// Interest.
    Interest,
    /// Money going back, to a patient or a payer.
    Refund,
    /// Anything else: amounts that only inform, pending claims, bonuses, taxes.
    Other,
}

/// The kind of a claim adjustment reason; `None` for a reason this edition does not list.
///
/// ```
/// use superbill_codes::{AdjustmentKind, adjustment_kind};
///
/// assert_eq!(adjustment_kind("45"), Some(AdjustmentKind::Contractual));
/// assert!(adjustment_kind("29").is_some_and(AdjustmentKind::is_denial));
/// assert_eq!(adjustment_kind("9999"), None);
/// ```
#[must_use]
pub fn adjustment_kind(reason: &str) -> Option<AdjustmentKind> {
    let mark = ADJUSTMENT_REASON.find(reason)?.mark;
    AdjustmentKind::ALL.into_iter().find(|kind| kind.name() == mark)
}

impl AdjustmentKind {
    /// Every kind of this edition.
    pub const ALL: [Self; 18] = [
        Self::Deductible,
        Self::Coinsurance,
        Self::Copay,
        Self::Contractual,
        Self::PriorPayer,
        Self::Noncovered,
        Self::Denial,
        Self::Bundling,
        Self::Duplicate,
        Self::Timely,
        Self::Authorization,
        Self::Eligibility,
        Self::Coordination,
        Self::Information,
        Self::Sequestration,
        Self::Interest,
        Self::Refund,
        Self::Other,
    ];

    /// The kind's name in data files and on the JavaScript side.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deductible => "deductible",
            Self::Coinsurance => "coinsurance",
            Self::Copay => "copay",
            Self::Contractual => "contractual",
            Self::PriorPayer => "prior-payer",
            Self::Noncovered => "noncovered",
            Self::Denial => "denial",
            Self::Bundling => "bundling",
            Self::Duplicate => "duplicate",
            Self::Timely => "timely",
            Self::Authorization => "authorization",
            Self::Eligibility => "eligibility",
            Self::Coordination => "coordination",
            Self::Information => "information",
            Self::Sequestration => "sequestration",
            Self::Interest => "interest",
            Self::Refund => "refund",
            Self::Other => "other",
        }
    }

    /// Whether it is cost sharing that a plan leaves to its members by design.
    #[must_use]
    pub const fn is_patient_share(self) -> bool {
        matches!(self, Self::Deductible | Self::Coinsurance | Self::Copay)
    }

    /// Whether a provider writes it off without a second look.
    #[must_use]
    pub const fn is_write_off(self) -> bool {
        matches!(self, Self::Contractual | Self::Sequestration)
    }

    /// Whether someone should look: correct, resend, appeal, or bill someone else.
    #[must_use]
    pub const fn is_denial(self) -> bool {
        matches!(
            self,
            Self::Noncovered
                | Self::Denial
                | Self::Bundling
                | Self::Duplicate
                | Self::Timely
                | Self::Authorization
                | Self::Eligibility
                | Self::Coordination
                | Self::Information
        )
    }
}

#[cfg(test)]
mod tests {
    use super::AdjustmentKind::*;
    use super::*;

    #[test]
    fn every_reason_has_a_kind_and_every_kind_a_reason() {
        for reason in ADJUSTMENT_REASON.iter() {
            assert!(adjustment_kind(reason.code).is_some(), "{reason:?}");
        }
        for kind in AdjustmentKind::ALL {
            let used = ADJUSTMENT_REASON.iter().any(|reason| reason.mark == kind.name());
            assert!(used, "{kind:?}");
        }
    }

    #[test]
    fn common_reasons_are_of_the_kind_a_biller_expects() {
        let expected = [
            ("1", Deductible),
            ("2", Coinsurance),
            ("3", Copay),
            ("16", Information),
            ("18", Duplicate),
            ("22", Coordination),
            ("23", PriorPayer),
            ("27", Eligibility),
            ("29", Timely),
            ("45", Contractual),
            ("50", Denial),
            ("66", Deductible),
            ("94", Other),
            ("96", Noncovered),
            ("97", Bundling),
            ("100", Other),
            ("131", Contractual),
            ("144", Other),
            ("197", Authorization),
            ("253", Sequestration),
            ("A0", Refund),
            ("B13", Duplicate),
            ("P12", Contractual),
        ];
        for (reason, kind) in expected {
            assert_eq!(adjustment_kind(reason), Some(kind), "{reason}");
        }
    }

    #[test]
    fn no_kind_is_two_things() {
        for kind in AdjustmentKind::ALL {
            let roles = [kind.is_patient_share(), kind.is_write_off(), kind.is_denial()];
            assert!(roles.iter().filter(|&&role| role).count() <= 1, "{kind:?}");
        }
    }
}
