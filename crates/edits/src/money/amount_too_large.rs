//! Amounts: can each be sent?

use superbill_model::Claim;
use superbill_types::{Money, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-03",
        name: "amount-too-large",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:5",
        message: "{amount} has more digits than can be sent",
        help: "Split the claim: an amount has at most ten digits, cents among them.",
        source: "RFI 1526; 837 guides: data element 782",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::AMOUNTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let most = Money::from_scaled(MOST_CENTS, 2);
    walk::amounts(claim, &mut |path, amount| {
        if amount.abs() > most {
            case.find(path).fact("amount", amount);
        }
    });
}

/// 99,999,999.99.
const MOST_CENTS: i64 = 9_999_999_999;
