//! Statement period: is it told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-02",
        name: "statement-dates-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:188",
        message: "the claim has no statement period",
        help: "Enter the first and last day the bill covers.",
        source: "837 institutional guide: DTP 434",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::DATES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if dates::date(&claim.dates, "434").is_none_or(|date| date.from.is_none()) {
        case.find("dates");
    }
}
