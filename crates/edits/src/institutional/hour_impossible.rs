//! Hours of admission and discharge: can each be?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-28",
        name: "hour-impossible",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:230",
        message: "the hour is none of a day",
        help: "Enter four digits, hour and minute: 0000 to 2359.",
        source: "837I guide: DTP 435, 096",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DATES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, date) in claim.dates.iter().enumerate() {
        let asked = matches!(date.qualifier.as_str(), "435" | "096");
        let Some(time) = date.time.as_deref().filter(|time| asked && !time.is_empty()) else {
            continue;
        };
        let minute = time.get(2..).unwrap_or_default();
        if !shape::is_digits(time, 4) || time >= "2400" || minute >= "60" {
            case.find(format_args!("dates[{index}].time"));
        }
    }
}
