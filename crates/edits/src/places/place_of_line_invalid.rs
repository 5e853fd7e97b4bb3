//! Place of service of a line: does it exist?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-088",
        name: "place-of-line-invalid",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:249",
        message: "{place} is no place of service on {day}",
        help: "Choose a place of the list of Medicare: two digits.",
        source: "CMS place-of-service codes",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(place) = line.place_of_service.as_deref() else { return };
    let Some((day, _)) = dates::of_line(line, claim) else { return };
    let status = case.ask("places of service", CodeSystem::PlaceOfService, place, day);
    if let Some(status) = status.filter(|status| status.is_refused()) {
        let outdated = status == CodeStatus::Unknown
            && CodeSystem::PlaceOfService.shapes(place)
            && case.is_outdated(CodeSystem::PlaceOfService, day);
        let found = case.find("placeOfService").softer_if(outdated);
        found.code("place", place, 2).fact("day", day);
    }
}
