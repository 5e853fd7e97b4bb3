//! Parties: are names, addresses and telephone numbers whole and possible?

mod billing_address_is_mailbox;
mod billing_address_missing;
mod city_or_state_missing;
mod claim_referring_missing;
mod country_missing;
mod country_unknown;
mod email_malformed;
mod entity_type_unknown;
mod extension_without_number;
mod facility_address_missing;
mod facility_is_billing;
mod first_name_missing;
mod last_name_missing;
mod organization_name_missing;
mod organization_with_personal_name;
mod patient_address_missing;
mod patient_birth_date_or_sex_missing;
mod patient_relationship_unknown;
mod pay_to_same_as_billing;
mod phone_impossible;
mod phone_not_ten_digits;
mod postal_code_missing;
mod postal_code_not_allowed;
mod rendering_is_billing;
mod sex_code_unknown;
mod state_unknown;
mod street_missing;
mod subscriber_address_missing;
mod supervising_is_rendering;
mod zip_malformed;
mod zip_without_last_four;

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::{Address, ClaimParty};

use crate::shape::PROVINCES;
use crate::{Case, Edit, Party, Role};

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &entity_type_unknown::EDIT,
    &last_name_missing::EDIT,
    &first_name_missing::EDIT,
    &organization_name_missing::EDIT,
    &organization_with_personal_name::EDIT,
    &sex_code_unknown::EDIT,
    &patient_relationship_unknown::EDIT,
    &patient_birth_date_or_sex_missing::EDIT,
    &subscriber_address_missing::EDIT,
    &patient_address_missing::EDIT,
    &facility_address_missing::EDIT,
    &billing_address_missing::EDIT,
    &street_missing::EDIT,
    &city_or_state_missing::EDIT,
    &postal_code_missing::EDIT,
    &postal_code_not_allowed::EDIT,
    &country_missing::EDIT,
    &state_unknown::EDIT,
    &zip_malformed::EDIT,
    &zip_without_last_four::EDIT,
    &billing_address_is_mailbox::EDIT,
    &pay_to_same_as_billing::EDIT,
    &phone_not_ten_digits::EDIT,
    &phone_impossible::EDIT,
    &extension_without_number::EDIT,
    &email_malformed::EDIT,
    &supervising_is_rendering::EDIT,
    &rendering_is_billing::EDIT,
    &claim_referring_missing::EDIT,
    &country_unknown::EDIT,
    &facility_is_billing::EDIT,
];

/// Whether it is a sender, receiver or payer of whom nothing is told yet.
fn is_untold(party: &Party<'_>) -> bool {
    let ClaimParty { name, identifier, .. } = party.party;
    matches!(party.role, Role::Submitter | Role::Receiver | Role::Payer)
        && identifier.is_none()
        && name.last_name.is_none()
}

/// Where an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Country {
    UnitedStates,
    Canada,
    Other,
}

/// The country of an address; untold means the United States.
fn country(address: &Address) -> Country {
    match address.country.as_deref().map(str::trim) {
        None | Some("" | "US" | "USA") => Country::UnitedStates,
        Some("CA" | "CAN") => Country::Canada,
        Some(_) => Country::Other,
    }
}

/// Whether it is a state or territory of the United States; where no list is loaded, so it is taken, with a note.
fn is_us_state(state: &str, case: &mut Case<'_>) -> bool {
    let answer = case.ask("states", CodeSystem::State, state, case.today());
    answer != Some(CodeStatus::Unknown) && !PROVINCES.contains(&state)
}
