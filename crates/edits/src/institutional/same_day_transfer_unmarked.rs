//! Transfer on the day of admission: is it marked?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-28",
        name: "same-day-transfer-unmarked",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:460",
        message: "the patient came and went to another facility on the same day, but condition \
                  40 is missing",
        help: "Add condition code 40, or correct the days.",
        source: "CMS encounter data edit 17085",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::COVERAGE)
        .and(Parts::ADMISSION)
        .and(Parts::DATES)
        .and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let admitted = dates::day(&claim.dates, "435");
    let same_day =
        admitted.is_some() && admitted == dates::span(&claim.dates, "434").map(|it| it.1);
    let moved = TRANSFERS.contains(&bill::status(claim));
    let marked = claim.conditions.iter().any(|code| code == "40");
    if bill::kind(claim) == "11" && same_day && moved && !marked {
        let medicare = matches!(claim.coverage.filing_indicator.as_deref(), Some("MA" | "16"));
        case.find("conditions").softer_if(!medicare);
    }
}

/// Patient statuses that say that the patient went to another facility.
const TRANSFERS: [&str; 12] =
    ["02", "03", "05", "50", "51", "61", "62", "63", "64", "65", "66", "70"];
