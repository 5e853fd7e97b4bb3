//! Covered days: do they add up to the stay?

use superbill_model::Claim;
use superbill_types::{Money, Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-21",
        name: "covered-days-against-stay",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:456",
        message: "values 80 and 81 tell {days} days, but the bill covers {stay}",
        help: "Correct the covered and non-covered days, or the statement period.",
        source: "Medicare Claims Processing Manual 25, 75",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::ADMISSION).and(Parts::DATES).and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((from, to)) = dates::span(&claim.dates, "434") else { return };
    let counted = claim.values.iter().filter(|one| matches!(one.code.as_str(), "80" | "81"));
    let Some(days) = counted.map(|one| one.amount.unwrap_or_default()).reduce(|a, b| a + b) else {
        return;
    };
    // The day of discharge does not count, unless it is that of admission.
    let nights = to.days_since(from);
    let stay = if bill::status(claim) == "30" { nights.saturating_add(1) } else { nights.max(1) };
    if bill::is_stay(claim) && days != Money::from_scaled(stay, 0) {
        let found = case.find("values").fact("days", days.decimal().normalize());
        found.fact("stay", stay);
    }
}
