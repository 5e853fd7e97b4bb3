//! Dates: is each after 1900?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDF-10",
        name: "date-before-1900",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "IK4:8",
        message: "the year {year} is before 1900",
        help: "Correct the year.",
        source: "the calendar of living people",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::DAYS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::days(claim, &mut |path, day| {
        if let Some(year) = day.day().map(|day| day.parts().0).filter(|year| *year < 1900) {
            case.find(path).fact("year", year);
        }
    });
}
