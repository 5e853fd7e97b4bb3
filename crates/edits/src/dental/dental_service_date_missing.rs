//! Date of service: is it told, for the claim or each line?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-05",
        name: "dental-service-date-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:187",
        message: "no day of service is told, and the claim is no predetermination",
        help: "Enter the day, or mark the claim as a predetermination.",
        source: "837D guide: DTP 472, CLM19",
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
    // A plan of orthodontics tells when the appliance is placed.
    let placed = dates::date(&claim.dates, "452").is_some() || claim.orthodontics.is_some();
    if placed || teeth::is_predetermination(claim) || dates::date(&claim.dates, "472").is_some() {
        return;
    }
    for (index, line) in claim.lines.iter().enumerate() {
        let told = ["472", "452"].iter().any(|kind| dates::date(&line.dates, kind).is_some());
        if !told && !teeth::is_in(line, &teeth::ORTHODONTICS) {
            case.find(format_args!("lines[{index}].dates"));
        }
    }
}
