//! Attending provider: is one named?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-25",
        name: "attending-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:562",
        message: "the bill names no attending provider",
        help: "Enter who was responsible for the patient's care.",
        source: "837I guide: 2310A",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROVIDERS.and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let mut codes = claim.lines.iter().map(bill::revenue);
    let only_rides = !claim.lines.is_empty() && codes.all(|code| code.starts_with("054"));
    if claim.providers.attending.is_none() && !only_rides {
        case.find("providers.attending");
    }
}
