//! Visits: does the place fit the kind of visit?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PLC-02",
        name: "visit-at-wrong-place",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:249",
        message: "{code} is a visit {kind}, but the place of service is {place}",
        help: "Correct the place, or choose the visit of that place.",
        source: "ranges of the sections of evaluation and management; Claims Processing Manual 12, 30.6",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let (code, place) = (service::code(line), service::place(line, claim));
    let Some(number) = service::number(code).filter(|_| !place.is_empty()) else { return };
    let wrong = VISITS.iter().find(|(from, to, places, only, _)| {
        (*from..=*to).contains(&number) && places.contains(&place) != *only
    });
    if let Some((.., kind)) = wrong {
        let found = case.find(if line.place_of_service.is_some() {
            "placeOfService"
        } else {
            "procedure.code"
        });
        found.fact("code", code).fact("kind", kind).fact("place", place);
    }
}

/// First and last number; places; whether only those fit, or all but those; what kind of visit it is.
type Visit = (u32, u32, &'static [&'static str], bool, &'static str);

/// Kinds of visits that belong to places. Telehealth (02, 10) may stand for any.
const VISITS: &[Visit] = &[
    (99_202, 99_215, &["21", "31", "51", "61"], false, "to an office or outpatient clinic"),
    (
        99_221,
        99_239,
        &["02", "10", "19", "21", "22", "23", "34", "51", "52", "55", "61"],
        true,
        "in a hospital",
    ),
    (99_281, 99_285, &["02", "10", "23"], true, "to an emergency room"),
    (99_304, 99_316, &["02", "10", "31", "32", "54", "56", "61"], true, "in a nursing facility"),
    (
        99_341,
        99_350,
        &["02", "04", "09", "10", "12", "13", "14", "16", "33", "55"],
        true,
        "at home",
    ),
];
