//! References: do the numbers of other documents fit the claim?

mod authorization_exception_unknown;
mod authorization_is_referral;
mod delay_reason_unknown;
mod frequency_not_allowed;
mod line_authorization_repeated;
mod mammography_number_malformed;
mod payer_claim_number_missing;
mod payer_claim_number_unexpected;
mod signature_or_assignment_unknown;
mod trial_number_malformed;
mod trial_number_missing;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &frequency_not_allowed::EDIT,
    &payer_claim_number_missing::EDIT,
    &payer_claim_number_unexpected::EDIT,
    &authorization_is_referral::EDIT,
    &line_authorization_repeated::EDIT,
    &authorization_exception_unknown::EDIT,
    &trial_number_missing::EDIT,
    &trial_number_malformed::EDIT,
    &mammography_number_malformed::EDIT,
    &signature_or_assignment_unknown::EDIT,
    &delay_reason_unknown::EDIT,
];
