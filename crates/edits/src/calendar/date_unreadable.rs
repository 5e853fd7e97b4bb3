//! Dates: is each a day of the calendar?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

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
    reads: walk::DAYS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::days(claim, &mut |path, day| {
        if day.day().is_none() {
            case.find(path);
        }
    });
}
