//! Orthodontics: can the months be?

use superbill_model::Claim;
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-09",
        name: "orthodontic-months-impossible",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:243",
        message: "the months of treatment are not above zero, or fewer than those that remain",
        help: "Correct the months in all, or those that remain.",
        source: "837D guide: DN1",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::DENTAL,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(plan) = &claim.orthodontics else { return };
    let (none, months) = (Quantity::default(), plan.treatment_months);
    if months.is_some_and(|months| months <= none) {
        case.find("orthodontics.treatmentMonths");
    }
    let too_many = |left: Quantity| left < none || months.is_some_and(|months| left > months);
    if plan.remaining_months.is_some_and(too_many) {
        case.find("orthodontics.remainingMonths");
    }
}
