//! Adjustments: does each amount have its reason?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-13",
        name: "adjustment-reason-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:672",
        message: "an adjustment has an amount but no reason",
        help: "Enter the reason code as in the remittance.",
        source: "837 guides: CAS",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::adjustments(claim, &mut |path, adjustment| {
        let told = adjustment.amount.is_some() || adjustment.quantity.is_some();
        if told && is_blank(&adjustment.reason) {
            case.find(format_args!("{path}.reason"));
        }
    });
}
