//! Date of service: is it inside the statement period?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Date, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-23",
        name: "service-outside-statement",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the service of {service} is outside the statement period from {from} to {to}",
        help: "Correct the day of the line, or the period.",
        source: "837 institutional guide: DTP 434, DTP 472",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::LINE_DATES),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let service = dates::span(&line.dates, "472");
    let Some((service, period)) = service.zip(dates::span(&claim.dates, "434")) else { return };
    let inside = |day: &Date| period.0 <= *day && *day <= period.1;
    if let Some(day) = [service.0, service.1].iter().find(|day| !inside(day)) {
        let found = case.find("dates").fact("service", day);
        found.fact("from", period.0).fact("to", period.1);
    }
}
