//! Payer that decided: is it told what it paid?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-04",
        name: "other-payer-paid-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "IK3:I6",
        message: "the payer decided on the claim, but what it paid is not told",
        help: "Enter what the payer paid, also where it is zero.",
        source: "RFI 251; 837 guides: AMT D",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let mut told = claim.lines.iter().flat_map(|line| &line.adjudications);
        let payer = other.coverage.payer.identifier.as_ref().map(|it| it.value.reveal());
        let decided = other.adjudication_date.is_some()
            || !other.adjustments.is_empty()
            || told.any(|told| Some(&told.payer) == payer);
        if decided && other.paid_amount.is_none() {
            case.find(format_args!("otherCoverages[{index}].paidAmount"));
        }
    }
}
