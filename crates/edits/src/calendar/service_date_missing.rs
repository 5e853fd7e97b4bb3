//! Date of service: does each line have one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-089",
        name: "service-date-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:187",
        message: "the line has no date of service",
        help: "Enter the day of the service.",
        source: "837 professional guide: 2400 DTP 472",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_DATES,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let told = dates::date(&line.dates, "472");
    if told.is_none_or(|date| date.from.is_none()) {
        case.find("dates");
    }
}
