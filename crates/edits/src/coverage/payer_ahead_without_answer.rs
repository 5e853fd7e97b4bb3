//! Payers before this one: is it told what they did?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-01",
        name: "payer-ahead-without-answer",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:672",
        message: "a payer comes before this one, but what it paid is not told",
        help: "Wait for its answer and enter what it paid, zero included, or what it does not \
               cover.",
        source: "RFI 251; 837 guides: loop 2320, AMT D, AMT A8",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(place) = turn(&claim.coverage.sequence) else { return };
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let ahead = turn(&other.coverage.sequence).is_some_and(|turn| turn < place);
        if ahead && other.paid_amount.is_none() && other.non_covered_amount.is_none() {
            case.find(format_args!("otherCoverages[{index}].paidAmount"));
        }
    }
}

/// Place in the order of payment; none where it is unknown.
fn turn(sequence: &str) -> Option<usize> {
    ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"].iter().position(|it| *it == sequence)
}
