//! Procedures of a stay: were they done during it?

use superbill_model::Claim;
use superbill_types::{DateValue, Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-06",
        name: "inpatient-procedure-outside-stay",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:486",
        message: "the procedure was done on {day}, outside of the stay",
        help: "Correct the day, or the days of the stay.",
        source: "Medicare Claims Processing Manual 25, 75",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROCEDURES.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((from, to)) = dates::span(&claim.dates, "434") else { return };
    let from = dates::day(&claim.dates, "435").map_or(from, |admitted| admitted.min(from));
    for (index, it) in claim.procedures.iter().enumerate() {
        let Some(day) = it.date.as_ref().and_then(DateValue::day) else { continue };
        if bill::is_procedure(&it.qualifier) && (day > to || from.days_since(day) > BEFORE) {
            case.find(format_args!("procedures[{index}].date")).fact("day", day);
        }
    }
}

/// Days before admission whose procedures are billed with the stay.
const BEFORE: i64 = 3;
