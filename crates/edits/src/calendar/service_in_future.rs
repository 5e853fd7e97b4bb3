//! Date of service: has it come?

use superbill_model::{Claim, ClaimDate};
use superbill_types::{DateValue, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-091",
        name: "service-in-future",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the service of {day} is after the day the claim is sent, {sent}",
        help: "Correct the day, or send the claim after the service.",
        source: "837 guides: DTP 472, BHT04",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::BATCH).and(Parts::DATES).and(Parts::LINES).and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    // A predetermination asks about services to come.
    if claim.submission_reason.as_deref() == Some("PB") {
        return;
    }
    let sent = super::sent_day(case);
    let late = |date: &ClaimDate, qualifiers: &[&str]| {
        let last = date.to.as_ref().or(date.from.as_ref()).and_then(DateValue::day);
        last.filter(|last| *last > sent && qualifiers.contains(&date.qualifier.as_str()))
    };
    for (index, date) in claim.dates.iter().enumerate() {
        if let Some(day) = late(date, &["472", "434"]) {
            case.find(format_args!("dates[{index}]")).fact("day", day).fact("sent", sent);
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, date) in line.dates.iter().enumerate() {
            if let Some(day) = late(date, &["472"]) {
                let path = format_args!("lines[{at}].dates[{index}]");
                case.find(path).fact("day", day).fact("sent", sent);
            }
        }
    }
}
