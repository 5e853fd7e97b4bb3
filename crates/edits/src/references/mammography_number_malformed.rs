//! Mammography: can the center's number be one?

use superbill_model::{Claim, ClaimReference};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-07",
        name: "mammography-number-malformed",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:252",
        message: "the number of a mammography center is six digits",
        help: "Copy the number from the certificate.",
        source: "42 CFR 410.34; 837P guide: REF EW",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::REFERENCES.and(Parts::LINES).and(Parts::LINE_REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let wrong =
        |it: &ClaimReference| it.qualifier == "EW" && !shape::is_digits(it.value.reveal(), 6);
    for (index, it) in claim.references.iter().enumerate() {
        if wrong(it) {
            case.find(format_args!("references[{index}].value"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, it) in line.references.iter().enumerate() {
            if wrong(it) {
                case.find(format_args!("lines[{at}].references[{index}].value"));
            }
        }
    }
}
