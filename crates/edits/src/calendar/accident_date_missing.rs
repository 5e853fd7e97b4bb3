//! Accident: is its day told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-051",
        name: "accident-date-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:187",
        message: "an accident is told, but not its day",
        help: "Enter the day of the accident.",
        source: "837 guides: DTP 439, CLM11",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(related) = &claim.related_causes else { return };
    let accident = related.causes.iter().any(|cause| matches!(cause.as_str(), "AA" | "OA"));
    if accident && dates::date(&claim.dates, "439").is_none() {
        case.find("dates");
    }
}
