//! Spans of days: does each end after it begins?

use superbill_model::Claim;
use superbill_types::{DateValue, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-090",
        name: "date-range-reversed",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the span ends on {to}, before it begins on {from}",
        help: "Exchange or correct the two days.",
        source: "837 guides: DTP RD8",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::BILL_CODES).and(Parts::LINES).and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, date) in claim.dates.iter().enumerate() {
        span(&date.from, &date.to, format_args!("dates[{index}].to"), case);
    }
    for (index, one) in claim.occurrence_spans.iter().enumerate() {
        span(&one.from, &one.to, format_args!("occurrenceSpans[{index}].to"), case);
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, date) in line.dates.iter().enumerate() {
            span(&date.from, &date.to, format_args!("lines[{at}].dates[{index}].to"), case);
        }
    }
}

fn span(
    from: &Option<DateValue>,
    to: &Option<DateValue>,
    path: core::fmt::Arguments<'_>,
    case: &mut Case<'_>,
) {
    let day = |value: &Option<DateValue>| value.as_ref().and_then(DateValue::day);
    if let Some((from, to)) = day(from).zip(day(to)).filter(|(from, to)| to < from) {
        case.find(path).fact("to", to).fact("from", from);
    }
}
