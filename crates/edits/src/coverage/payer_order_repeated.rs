//! Order of payers: is each place taken once?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, lists, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-025",
        name: "payer-order-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:732",
        message: "two coverages are {sequence} in the order of payment",
        help: "Give each coverage its own place in the order.",
        source: "837 guides: SBR01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let order = place::coverages(claim).map(|(_, coverage)| coverage.sequence.as_str());
    let order = order.map(|place| Some(place).filter(|place| *place != "U" && !is_blank(place)));
    lists::repeated(order, |index, _| {
        // The first is the claim's own coverage, which nothing stands before.
        let path = place::CoveragePath(index.checked_sub(1));
        let told = place::coverages(claim).nth(index).map_or("", |(_, it)| it.sequence.as_str());
        case.find(format_args!("{path}.sequence")).code("sequence", told, 1);
    });
}
