//! What the patient still owes: is it told at one level?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-16",
        name: "remaining-liability-at-both-levels",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:672",
        message: "what the patient still owes is told for the claim and for line {line}",
        help: "Tell it once: for the claim or for its lines.",
        source: "837 guides: AMT EAF",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let payer = other.coverage.payer.identifier.as_ref().map(|it| it.value.reveal());
        let Some(payer) = payer.filter(|_| other.remaining_liability.is_some()) else { continue };
        let line = claim.lines.iter().position(|line| {
            let mut told = line.adjudications.iter();
            told.any(|told| told.payer == *payer && told.remaining_liability.is_some())
        });
        if let Some(line) = line {
            let path = format_args!("otherCoverages[{index}].remainingLiability");
            case.find(path).fact("line", line + 1);
        }
    }
}
