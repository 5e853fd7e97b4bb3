//! Spinal manipulation for Medicare: when did the treatment begin?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::chiropractic;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-09",
        name: "chiropractic-first-treatment-missing",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A6:454",
        message: "Medicare asks when treatment by spinal manipulation began",
        help: "Enter the date of the first treatment (454) of this course.",
        source: "Medicare Claims Processing Manual 26, 10.4, item 14",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::COVERAGE).and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if chiropractic::is_for_medicare(claim) && dates::date(&claim.dates, "454").is_none() {
        case.find("dates");
    }
}
