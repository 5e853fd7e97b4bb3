//! Auto accident: is its state told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-050",
        name: "accident-place-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:349",
        message: "an auto accident is told, but not its state",
        help: "Enter the state of the accident, or the country where it was abroad.",
        source: "837 guides: CLM11-4, CLM11-5",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(related) = &claim.related_causes else { return };
    let auto = related.causes.iter().any(|cause| cause == "AA");
    if auto && related.state.is_none() && related.country.is_none() {
        case.find("relatedCauses.state");
    }
}
