//! Sameness: do two lines, or two claims, bill the same?

use core::hash::{Hash, Hasher};

use superbill_model::{Claim, ServiceLine};

use crate::dates;

/// A line as that which it bills: lines are equal if they bill the same.
#[derive(Clone, Copy)]
pub(super) struct Billed<'a>(pub(super) &'a ServiceLine);

impl PartialEq for Billed<'_> {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.0, other.0);
        one.charge_amount == other.charge_amount
            && one.procedure == other.procedure
            && one.revenue_code == other.revenue_code
            && one.units == other.units
            && dates::date(&one.dates, "472") == dates::date(&other.dates, "472")
            && one.place_of_service == other.place_of_service
            && one.diagnosis_pointers == other.diagnosis_pointers
            && one.oral_cavity == other.oral_cavity
            && one.teeth == other.teeth
            && one.drug == other.drug
            && one.providers == other.providers
    }
}

impl Eq for Billed<'_> {}

impl Hash for Billed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.charge_amount.hash(state);
        self.0.procedure.as_ref().map(|procedure| &procedure.code).hash(state);
        self.0.teeth.first().map(|tooth| &tooth.tooth).hash(state);
    }
}

/// A claim as that which it bills to whom: claims are equal if the second is the first again.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a>(pub(super) &'a Claim);

impl PartialEq for Sent<'_> {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.0, other.0);
        let days = |claim| ["472", "434"].map(|kind| dates::date(claim, kind).cloned());
        one.charge_amount == other.charge_amount
            && one.kind == other.kind
            && one.coverage.sequence == other.coverage.sequence
            && one.coverage.payer.identifier == other.coverage.payer.identifier
            && one.coverage.subscriber.0.identifier == other.coverage.subscriber.0.identifier
            && one.treated().name == other.treated().name
            && one.treated().demographics == other.treated().demographics
            && one.billing_provider.identifier == other.billing_provider.identifier
            && one.facility_code == other.facility_code
            && one.lines.len() == other.lines.len()
            && days(&one.dates) == days(&other.dates)
            && one.lines.iter().map(Billed).eq(other.lines.iter().map(Billed))
    }
}

impl Eq for Sent<'_> {}

impl Hash for Sent<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let member = self.0.coverage.subscriber.0.identifier.as_ref();
        member.map(|member| member.value.reveal()).hash(state);
        self.0.charge_amount.hash(state);
        self.0.lines.first().map(Billed).hash(state);
    }
}

/// Whether a claim is new, and has lines.
pub(super) fn is_new(claim: &Claim) -> bool {
    matches!(claim.frequency.as_deref(), None | Some("" | "1")) && !claim.lines.is_empty()
}
