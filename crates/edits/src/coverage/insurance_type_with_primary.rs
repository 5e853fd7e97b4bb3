//! Primary payer: is it told why Medicare is not?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-03",
        name: "insurance-type-with-primary",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:460",
        message: "a primary payer has no insurance type",
        help: "Remove the insurance type; it tells why Medicare is not primary.",
        source: "837 guides: SBR05",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim) {
        let told = coverage.insurance_type.as_deref().is_some_and(|code| !is_blank(code));
        if told && coverage.sequence == "P" {
            case.find(format_args!("{path}.insuranceType"));
        }
    }
}
