//! Answer to a line: is its payer one of the other coverages?

use superbill_model::{Claim, OtherCoverage, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-09",
        name: "line-answer-of-unknown-payer",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:672",
        message: "the line tells the answer of a payer that is none of the other coverages",
        help: "Correct the identifier, or add the coverage.",
        source: "837 guides: SVD01, 2330B NM109",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINE_ADJUDICATIONS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    for (index, told) in line.adjudications.iter().enumerate() {
        let mut others = claim.other_coverages.iter();
        let payer = |other: &OtherCoverage| {
            let identifier = other.coverage.payer.identifier.as_ref();
            identifier.is_some_and(|it| *it.value.reveal() == told.payer)
        };
        if !others.any(payer) {
            case.find(format_args!("adjudications[{index}].payer"));
        }
    }
}
