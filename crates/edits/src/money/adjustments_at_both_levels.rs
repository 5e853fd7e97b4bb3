//! Adjustments: is the same money told for the claim and for its lines?

use superbill_model::Claim;
use superbill_types::{Money, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-14",
        name: "adjustments-at-both-levels",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:672",
        message: "the same {amount} is taken off the claim and its lines",
        help: "Tell each adjustment once: where the remittance has it.",
        source: "RFI 1294; 837 guides: CAS",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let sum: Money = other.adjustments.iter().filter_map(|one| one.amount).sum();
        let payer = other.coverage.payer.identifier.as_ref();
        let Some(payer) = payer.filter(|_| !sum.is_zero()) else { continue };
        let told = claim.lines.iter().flat_map(|line| &line.adjudications);
        let of_payer = told.filter(|told| told.payer == *payer.value.reveal());
        let lines: Money =
            of_payer.flat_map(|told| &told.adjustments).filter_map(|one| one.amount).sum();
        if lines == sum {
            case.find(format_args!("otherCoverages[{index}].adjustments")).fact("amount", sum);
        }
    }
}
