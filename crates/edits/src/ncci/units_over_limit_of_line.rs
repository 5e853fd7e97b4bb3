//! Unit limits: does one line exceed its own?

use superbill_codes::UnitRule;
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use super::billed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NCC-02",
        name: "units-over-limit-of-line",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{units} units of {code} on one line; {limit} is the most ({quarter})",
        help: "Check the units. What was done more often goes on lines of its own with a modifier that says why (59, 76, 77, 91, LT, RT).",
        source: "NCCI medically unlikely edits, adjudication indicator 1",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE).and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(limit) = billed::limit(line, claim, case) else { return };
    if limit.rule != UnitRule::Line {
        return;
    }
    let Some((from, to)) = dates::of_line(line, claim) else { return };
    // A line of several days has the limit of each.
    let days = to.days_since(from).clamp(0, 366) + 1;
    let most = Quantity::from_scaled(i64::from(limit.units) * days, 0);
    if let Some(units) = line.units.filter(|units| *units > most) {
        let found = case.find("units").softer_if(limit.doubtful).fact("units", units);
        found.fact("code", limit.code).fact("limit", most).fact("quarter", limit.quarter);
    }
}
