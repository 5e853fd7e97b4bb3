//! Place of service of a claim: does it exist?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-045",
        name: "place-of-service-invalid",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:249",
        message: "{place} is no place of service on {day}",
        help: "Choose a place of the list of Medicare: two digits.",
        source: "CMS place-of-service codes",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let place = claim.facility_code.as_deref().unwrap_or_default();
    let Some(day) = dates::first_service(claim) else { return };
    let status = case.ask("places of service", CodeSystem::PlaceOfService, place, day);
    if let Some(status) = status.filter(|status| status.is_refused()) {
        let outdated = status == CodeStatus::Unknown
            && CodeSystem::PlaceOfService.shapes(place)
            && case.is_outdated(CodeSystem::PlaceOfService, day);
        let found = case.find("facilityCode").softer_if(outdated);
        let found = if place.is_empty() {
            found.fact("place", "an empty field")
        } else {
            found.code("place", place, 2)
        };
        found.fact("day", day);
    }
}
