//! Occurrences: does each have its day?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-11",
        name: "occurrence-date-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:461",
        message: "{code} has no day",
        help: "Enter the day, or both days of the span.",
        source: "837I guide: HI BH, BI",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, one) in claim.occurrences.iter().enumerate() {
        if one.date.is_none() {
            case.find(format_args!("occurrences[{index}].date")).code("code", &one.code, 2);
        }
    }
    for (index, one) in claim.occurrence_spans.iter().enumerate() {
        for (end, day) in [("from", &one.from), ("to", &one.to)] {
            if day.is_none() {
                let found = case.find(format_args!("occurrenceSpans[{index}].{end}"));
                found.code("code", &one.code, 2);
            }
        }
    }
}
