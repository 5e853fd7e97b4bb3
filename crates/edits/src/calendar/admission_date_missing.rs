//! Inpatient place: is the day of admission told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-092",
        name: "admission-date-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:189",
        message: "the place of service is an inpatient one, but no day of admission is told",
        help: "Enter the day of admission.",
        source: "RFI 154; 837 professional guide: DTP 435",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES).and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let inpatient = |code: &str| matches!(code, "21" | "51" | "61");
    let of_claim = claim.facility_code.iter();
    let mut places = of_claim.chain(claim.lines.iter().flat_map(|line| &line.place_of_service));
    if places.any(|code| inpatient(code)) && dates::date(&claim.dates, "435").is_none() {
        case.find("dates");
    }
}
