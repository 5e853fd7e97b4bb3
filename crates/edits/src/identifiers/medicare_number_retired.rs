//! Medicare number: is it one of the old ones?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_hicn;
use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-04",
        name: "medicare-number-retired",
        severity: Severity::Error,
        snip: 7,
        acknowledgment: "277CA:A7:164",
        message: "this is an old Medicare number; Medicare takes only the new ones since 2020",
        help: "Ask for the new card, or look the new number up with your Medicare contractor.",
        source: "CMS: end of the MBI transition",
    },
    kinds: Kinds::ALL,
    days: Days::since(20_200_101),
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim).filter(|(_, it)| place::is_medicare(it)) {
        let number = coverage.subscriber.0.identifier.as_ref();
        if number.is_some_and(|number| is_hicn(number.value.reveal())) {
            case.find(format_args!("{path}.subscriber.identifier.value"));
        }
    }
}
