//! Occurrence codes: does each stand once?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-15",
        name: "occurrence-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:461",
        message: "occurrence {code} stands twice",
        help: "Delete the second one.",
        source: "837I guide: HI BH",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let all = &claim.occurrences;
    lists::repeated(all.iter().map(|one| Some(one.code.as_str())), |index, first| {
        let Some((one, other)) = all.get(index).zip(all.get(first)) else { return };
        let apart = index / GROUP != first / GROUP;
        if !apart || one.date == other.date {
            let found = case.find(format_args!("occurrences[{index}].code"));
            found.softer_if(apart).code("code", &one.code, 2);
        }
    });
}

/// How many codes stand in one group of a claim.
const GROUP: usize = 12;
