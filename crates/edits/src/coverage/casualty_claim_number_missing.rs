//! Accident insurance: is its claim number told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-06",
        name: "casualty-claim-number-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:732",
        message: "the day of first contact about the accident is told, but not the number of the \
                  accident claim",
        help: "Enter the number that the accident insurer gave the claim.",
        source: "837 professional guide: DTP 444, REF Y4",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::COVERAGE).and(Parts::PATIENT),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if dates::date(&claim.dates, "444").is_none() {
        return;
    }
    let patient = claim.patient.as_ref().map(|patient| &patient.party);
    let mut parties = patient.into_iter().chain([&claim.coverage.subscriber.0]);
    if !parties.any(|party| party.references.iter().any(|it| it.qualifier == "Y4")) {
        case.find("coverage.subscriber.references");
    }
}
