//! Orthodontics: is the day told when the appliance was placed?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-07",
        name: "appliance-placement-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:187",
        message: "the claim is for orthodontics, but no day of placement is told",
        help: "Enter the day on which the appliance was placed.",
        source: "837D guide: DTP 452, DN1",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::DATES)
        .and(Parts::DENTAL)
        .and(Parts::LINES)
        .and(Parts::LINE_DATES)
        .and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let mut lines = claim.lines.iter();
    let billed = lines.clone().any(|line| teeth::is_in(line, &teeth::ORTHODONTICS));
    let told = dates::date(&claim.dates, "452").is_some()
        || lines.any(|line| dates::date(&line.dates, "452").is_some());
    if (billed || claim.orthodontics.is_some()) && !told && !teeth::is_predetermination(claim) {
        case.find("dates");
    }
}
