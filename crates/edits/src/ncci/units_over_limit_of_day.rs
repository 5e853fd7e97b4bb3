//! Unit limits: do all lines of a day exceed one?

use superbill_codes::UnitRule;
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use super::billed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NCC-03",
        name: "units-over-limit-of-day",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{units} units of {code} on one day; {limit} is the most ({quarter})",
        help: "Check the units of all lines with this code. {appeal}.",
        source: "NCCI medically unlikely edits, adjudication indicators 2 and 3",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINES).and(Parts::LINE_SERVICE).and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, line) in claim.lines.iter().enumerate() {
        let Some((day, _)) = dates::of_line(line, claim) else { continue };
        let code = service::code(line);
        let same = |it: &&ServiceLine| {
            service::code(it) == code
                && dates::of_line(it, claim).is_some_and(|(from, _)| from == day)
        };
        // Told once, at the last line of the code and day.
        if code.is_empty() || claim.lines.iter().skip(index + 1).any(|it| same(&it)) {
            continue;
        }
        let Some(limit) = billed::limit(line, claim, case) else { continue };
        let clinical = limit.rule == UnitRule::DayClinical;
        if limit.rule == UnitRule::Line {
            continue;
        }
        let units: Quantity = claim.lines.iter().filter(same).filter_map(|it| it.units).sum();
        if units > Quantity::from_scaled(i64::from(limit.units), 0) {
            let appeal = if clinical {
                "Where more was needed the payer may pay it on appeal"
            } else {
                "The limit is set by policy and is not lifted"
            };
            let found = case.find(format_args!("lines[{index}].units"));
            let found = found.softer_if(limit.doubtful || clinical).fact("units", units);
            let found = found.fact("code", limit.code).fact("limit", limit.units);
            found.fact("quarter", limit.quarter).fact("appeal", appeal);
        }
    }
}
