//! The patient of a claim: how old on a day, and of which sex?

use superbill_model::{Claim, Demographics};
use superbill_types::{Date, DateValue, Phi};

/// What is told of the patient: the subscriber where no other is named.
pub(super) fn demographics(claim: &Claim) -> Option<&Demographics> {
    let subscriber = &claim.coverage.subscriber.0;
    let party = claim.patient.as_ref().map_or(subscriber, |patient| &patient.party);
    party.demographics.as_ref()
}

/// Age in whole years; none before birth.
pub(super) fn age(claim: &Claim, on: Date) -> Option<u16> {
    let birth =
        demographics(claim)?.birth_date.as_ref().map(Phi::reveal).and_then(DateValue::day)?;
    let ((year, month, day), (born, birth_month, birth_day)) = (on.parts(), birth.parts());
    let before = (month, day) < (birth_month, birth_day);
    u16::try_from(year - born - i32::from(before)).ok()
}
