//! Stay: is the day of admission told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-03",
        name: "admission-day-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:189",
        message: "the bill is for someone who was admitted, but no day of admission is told",
        help: "Enter the day of admission or, for home health and hospice, of the start of \
               care.",
        source: "RFI 1520; 837I guide: DTP 435",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let also = matches!(bill::kind(claim), "12" | "22" | "32" | "33" | "81" | "82");
    let told = dates::date(&claim.dates, "435").is_some_and(|date| date.from.is_some());
    if (also || bill::is_stay(claim)) && !told {
        case.find("dates").softer_if(also);
    }
}
