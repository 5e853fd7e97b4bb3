//! Orthodontics: are its months told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-10",
        name: "orthodontic-months-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:246",
        message: "the claim bills orthodontic treatment, but not how long it lasts",
        help: "Enter the months of treatment.",
        source: "837D guide: DN1",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::DENTAL.and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let billed = claim.lines.iter().any(|line| teeth::is_in(line, &teeth::ORTHODONTICS));
    if billed && claim.orthodontics.is_none() {
        case.find("orthodontics");
    }
}
