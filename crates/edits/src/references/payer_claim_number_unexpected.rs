//! New claim: is it free of an earlier one's number?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-01",
        name: "payer-claim-number-unexpected",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:464",
        message: "the claim is sent as new, but has the payer's number of an earlier claim",
        help: "Take the number away, or use frequency 7 to replace the earlier claim.",
        source: "837 guides: REF F8",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::REFERENCES).and(Parts::BATCH),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    // Reports of claims that were paid carry their numbers.
    if case.batch().usage.as_deref() == Some("RP") {
        return;
    }
    let frequency = claim.frequency.as_deref().unwrap_or_default();
    let number = claim.references.iter().position(|it| it.qualifier == "F8");
    if let Some(index) = number.filter(|_| matches!(frequency, "1" | "2" | "3" | "4")) {
        case.find(format_args!("references[{index}]")).softer_if(frequency != "1");
    }
}
