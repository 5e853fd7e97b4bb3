//! Adjustments: does each reason have its amount?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-12",
        name: "adjustment-amount-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:672",
        message: "the adjustment {reason} has no amount",
        help: "Enter the amount of each reason as in the remittance.",
        source: "RFI 1532; 837 guides: CAS",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::adjustments(claim, &mut |path, adjustment| {
        if adjustment.amount.is_none() && !is_blank(&adjustment.reason) {
            case.find(format_args!("{path}.amount")).code("reason", &adjustment.reason, 3);
        }
    });
}
