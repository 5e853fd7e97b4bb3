//! Paid by an earlier payer: is it below nothing?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-10",
        name: "paid-by-other-payer-negative",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:672",
        message: "the earlier payer is said to have paid {paid}, which is below zero",
        help: "Enter what the payer paid in its corrected answer; zero is allowed.",
        source: "837 guides: SVD02, AMT D",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        if let Some(paid) = other.paid_amount.filter(|paid| paid.is_negative()) {
            case.find(format_args!("otherCoverages[{index}].paidAmount")).fact("paid", paid);
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, told) in line.adjudications.iter().enumerate() {
            if let Some(paid) = told.paid_amount.filter(|paid| paid.is_negative()) {
                let path = format_args!("lines[{at}].adjudications[{index}].paidAmount");
                case.find(path).fact("paid", paid);
            }
        }
    }
}
