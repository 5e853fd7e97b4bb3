//! Accident: was it before the service?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-06",
        name: "accident-after-service",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the accident of {accident} is after the service of {service}",
        help: "Correct the day of the accident, or that of the service.",
        source: "837 guides: DTP 439, DTP 472",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::LINES).and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let accident = dates::day(&claim.dates, "439");
    let service = dates::first_service(claim);
    if let Some((accident, service)) = accident.zip(service).filter(|(one, other)| one > other) {
        case.find("dates").fact("accident", accident).fact("service", service);
    }
}
