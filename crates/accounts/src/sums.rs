//! Sums: what does one answer of a payer add to each part of an account?

use superbill_types::Money;

use crate::{ClaimPosted, Treatment};

/// The amounts of one or more answers, by what they do to the account.
///
/// For an answer that balances: `charge = paid + contractual + other + patient + denied + prior`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) charge: Money,
    pub(crate) paid: Money,
    pub(crate) contractual: Money,
    pub(crate) other: Money,
    pub(crate) patient: Money,
    pub(crate) denied: Money,
    pub(crate) prior: Money,
}

impl Sums {
    /// The amounts of one answer.
    pub(crate) fn of(claim: &ClaimPosted) -> Self {
        let mut sums = Self { charge: claim.charge, paid: claim.paid, ..Self::default() };
        let (mut bundled, mut excess) = (Money::ZERO, Money::ZERO);
        for adjustment in claim.all_adjustments() {
            let part = match adjustment.treatment {
                Treatment::Patient => &mut sums.patient,
                Treatment::Contractual => &mut sums.contractual,
                Treatment::Other => &mut sums.other,
                Treatment::Denied | Treatment::Undecided => &mut sums.denied,
                Treatment::PriorPayer => &mut sums.prior,
                Treatment::Bundled => &mut bundled,
                Treatment::Excess => &mut excess,
            };
            *part += adjustment.amount;
        }
        // Lines paid inside another: 97 takes off what 94 adds. In a reversal both signs are
        // turned.
        if bundled.is_negative() != excess.is_negative() && !bundled.is_zero() && !excess.is_zero()
        {
            let cancelled = bundled.abs().min(excess.abs());
            let signed = if bundled.is_negative() { -cancelled } else { cancelled };
            bundled -= signed;
            excess += signed;
        }
        sums.denied += bundled;
        sums.other += excess;
        sums
    }

    /// What the payer accounts for beside the part of earlier payers.
    pub(crate) fn stated(&self) -> Money {
        self.paid + self.contractual + self.other + self.patient + self.denied
    }

    /// Whether these amounts of an answer are a whole denial: nothing was paid or written off, and
    /// the payer calls it denied (status 4) or assigns nothing to the patient either.
    pub(crate) fn is_denial(&self, claim: &ClaimPosted) -> bool {
        let settled = [self.paid, self.contractual, self.other];
        let denied = !self.denied.is_zero() && !self.denied.is_negative();
        settled.iter().all(|amount| amount.is_zero())
            && (claim.status == "4" || (denied && self.patient.is_zero()))
    }

    /// Adds other amounts.
    pub(crate) fn add(&mut self, more: &Self) {
        self.charge += more.charge;
        self.paid += more.paid;
        self.contractual += more.contractual;
        self.other += more.other;
        self.patient += more.patient;
        self.denied += more.denied;
        self.prior += more.prior;
    }

    /// Takes other amounts away.
    pub(crate) fn subtract(&mut self, less: &Self) {
        self.charge -= less.charge;
        self.paid -= less.paid;
        self.contractual -= less.contractual;
        self.other -= less.other;
        self.patient -= less.patient;
        self.denied -= less.denied;
        self.prior -= less.prior;
    }
}
