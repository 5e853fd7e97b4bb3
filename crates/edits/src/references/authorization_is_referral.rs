//! Authorization and referral: are they two numbers?

use superbill_model::{Claim, ClaimReference};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-02",
        name: "authorization-is-referral",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:252",
        message: "the same number is sent as authorization and as referral",
        help: "Keep it where it belongs.",
        source: "837 guides: REF G1, 9F",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::REFERENCES.and(Parts::LINES).and(Parts::LINE_REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.references.iter().enumerate() {
        if is_referral_of(it, &claim.references) {
            case.find(format_args!("references[{index}]"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, it) in line.references.iter().enumerate() {
            let here = is_referral_of(it, &line.references);
            if here || is_referral_of(it, &claim.references) {
                case.find(format_args!("lines[{at}].references[{index}]")).softer_if(!here);
            }
        }
    }
}

/// Whether it is the number of a referral that stands among `others` as an authorization of the same payer.
fn is_referral_of(it: &ClaimReference, others: &[ClaimReference]) -> bool {
    it.qualifier == "9F"
        && others.iter().any(|other| {
            other.qualifier == "G1" && other.value == it.value && other.payer == it.payer
        })
}
