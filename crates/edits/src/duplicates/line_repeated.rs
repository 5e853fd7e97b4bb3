//! Lines: is each a service of its own?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::same;
use crate::{Case, Check, Days, Edit, Kinds, Parts, lists, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DUP-03",
        name: "line-repeated",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:54",
        message: "the line bills the same as line {first}",
        help: "Delete it, count the units on one line, or tell by modifier 76, 77, 91 or 59 \
               that it was done again.",
        source: "Medicare Claims Processing Manual 1, 120",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINES
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_CHARGE)
        .and(Parts::LINE_DATES)
        .and(Parts::LINE_DRUG)
        .and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let once =
        |line: &ServiceLine| line.procedure.is_some() && !service::has_modifier(line, &AGAIN);
    let all = claim.lines.iter();
    lists::repeated(all.map(|line| once(line).then_some(same::Billed(line))), |index, first| {
        let found = case.find(format_args!("lines[{index}]"));
        found.fact("first", first.saturating_add(1));
    });
}

/// Modifiers that say that a service was done again, or apart.
const AGAIN: [&str; 8] = ["59", "76", "77", "91", "XE", "XP", "XS", "XU"];
