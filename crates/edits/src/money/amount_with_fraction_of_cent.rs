//! Amounts: is each in whole cents?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-04",
        name: "amount-with-fraction-of-cent",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:6",
        message: "{amount} has a fraction of a cent",
        help: "Round the amount to cents.",
        source: "837 guides: data element 782",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::AMOUNTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::amounts(claim, &mut |path, amount| {
        let decimal = amount.decimal();
        if decimal.scale() > 2 && decimal.normalize().scale() > 2 {
            case.find(path).fact("amount", amount);
        }
    });
}
