//! Condition codes: does each stand once?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-16",
        name: "condition-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:460",
        message: "condition {code} stands twice",
        help: "Delete the second one.",
        source: "837I guide: HI BG",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let all = &claim.conditions;
    lists::repeated(all.iter().map(|code| Some(code.as_str())), |index, first| {
        let Some(code) = all.get(index) else { return };
        let found = case.find(format_args!("conditions[{index}]"));
        found.softer_if(index / GROUP != first / GROUP).code("code", code, 2);
    });
}

/// How many codes stand in one group of a claim.
const GROUP: usize = 12;
