//! Member number: is it there?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-031",
        name: "member-id-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:164",
        message: "the subscriber's member number is missing",
        help: "Copy the member number from the insurance card.",
        source: "837 guides: 2010BA NM109",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let number = claim.coverage.subscriber.0.identifier.as_ref();
    if number.is_none_or(|number| is_blank(number.value.reveal())) {
        case.find("coverage.subscriber.identifier");
    }
}
