//! Stay: is the hour of admission told?

use superbill_model::{Claim, ClaimDate};
use superbill_types::{Rule, Severity, Text};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-01",
        name: "admission-hour-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:230",
        message: "the hospital stay has no hour of admission",
        help: "Enter the hour of admission.",
        source: "RFI 1520; 837I guide: DTP 435",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let admitted = claim.dates.iter().position(|date| date.qualifier == "435");
    let Some(index) = admitted.filter(|_| bill::is_hospital_stay(claim)) else { return };
    let untold = |date: &ClaimDate| date.time.as_ref().is_none_or(Text::is_empty);
    if claim.dates.get(index).is_some_and(untold) {
        case.find(format_args!("dates[{index}].time"));
    }
}
