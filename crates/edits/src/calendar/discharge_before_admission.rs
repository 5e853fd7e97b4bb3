//! Stay: does it end after the admission?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-07",
        name: "discharge-before-admission",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:189",
        message: "the stay ends on {to}, before the admission on {from}",
        help: "Correct the day of admission or of discharge.",
        source: "837 guides: DTP 435, 096, 434",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DATES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(from) = dates::day(&claim.dates, "435") else { return };
    let statement = dates::span(&claim.dates, "434").map(|(_, to)| to);
    let ends = [dates::day(&claim.dates, "096"), statement];
    if let Some(to) = ends.into_iter().flatten().find(|to| *to < from) {
        case.find("dates").fact("to", to).fact("from", from);
    }
}
