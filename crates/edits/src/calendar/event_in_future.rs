//! Onset, accident, admission and the like: have they happened?

use superbill_model::Claim;
use superbill_types::{DateValue, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-09",
        name: "event-in-future",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the day of the event, {day}, is after today",
        help: "Correct the day.",
        source: "837 guides: DTP 431, 439, 454, 304, 453, 455, 435, 484",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DATES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let today = case.today();
    for (index, date) in claim.dates.iter().enumerate() {
        let past = PAST.contains(&date.qualifier.as_str());
        let day = date.from.as_ref().and_then(DateValue::day);
        if let Some(day) = day.filter(|day| past && *day > today) {
            case.find(format_args!("dates[{index}].from")).fact("day", day);
        }
    }
}

/// Last X-ray, onset, accident, first treatment, admission, acute manifestation, last seen, last menstruation.
const PAST: [&str; 8] = ["455", "431", "439", "454", "435", "453", "304", "484"];
