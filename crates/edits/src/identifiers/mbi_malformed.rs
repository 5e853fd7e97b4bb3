//! Medicare number: is it written as one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::{is_blank, is_hicn, is_mbi};
use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-032",
        name: "mbi-malformed",
        severity: Severity::Error,
        snip: 7,
        acknowledgment: "277CA:A7:164",
        message: "this is not written as a Medicare number",
        help: "Copy the eleven characters from the red, white and blue card, without hyphens. S, \
               L, O, I, B and Z do not occur.",
        source: "CMS: MBI format",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim).filter(|(_, it)| place::is_medicare(it)) {
        let Some(number) = coverage.subscriber.0.identifier.as_ref() else { continue };
        let number = number.value.reveal();
        if !is_blank(number) && !is_mbi(number) && !is_hicn(number) {
            case.find(format_args!("{path}.subscriber.identifier.value"));
        }
    }
}
