//! Value codes: does each stand once?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-08",
        name: "value-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:463",
        message: "value {code} stands twice",
        help: "Add the amounts up, or delete the second one.",
        source: "837I guide: HI BE",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let all = &claim.values;
    lists::repeated(all.iter().map(|one| Some(one.code.as_str())), |index, _| {
        let Some(one) = all.get(index) else { return };
        case.find(format_args!("values[{index}].code")).code("code", &one.code, 2);
    });
}
