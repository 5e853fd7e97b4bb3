//! Laboratory number: is it written as one?

use superbill_model::{Claim, ClaimReference};
use superbill_types::{Rule, Severity};

use crate::shape::follows;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-068",
        name: "clia-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:630",
        message: "the laboratory number is not written as two digits, D and seven digits",
        help: "Enter the ten characters of the CLIA certificate, such as 05D1234567, without \
               blanks.",
        source: "42 CFR 493; 837 guide: REF X4, F4",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::REFERENCES.and(Parts::LINES).and(Parts::LINE_REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, reference) in claim.references.iter().enumerate() {
        if is_wrong(reference) {
            case.find(format_args!("references[{index}].value"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, reference) in line.references.iter().enumerate() {
            if is_wrong(reference) {
                case.find(format_args!("lines[{at}].references[{index}].value"));
            }
        }
    }
}

fn is_wrong(reference: &ClaimReference) -> bool {
    matches!(reference.qualifier.as_str(), "X4" | "F4")
        && !follows(reference.value.reveal(), "99D9999999")
}
