//! Dates: is each a day of the calendar?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-05",
        name: "date-unreadable",
        severity: Severity::Error,
        snip: 1,
        acknowledgment: "IK4:8",
        message: "this is no day of the calendar",
        help: "Enter the day as year, month and day.",
        source: "837 guides: D8, RD8",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE
        .and(Parts::PATIENT)
        .and(Parts::OTHER_COVERAGES)
        .and(Parts::PROVIDERS)
        .and(Parts::BILLING)
        .and(Parts::DATES)
        .and(Parts::PROCEDURES)
        .and(Parts::BILL_CODES)
        .and(Parts::LINES)
        .and(Parts::LINE_DATES)
        .and(Parts::LINE_ADJUDICATIONS)
        .and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::days(claim, &mut |path, day| {
        if day.day().is_none() {
            case.find(path);
        }
    });
}
