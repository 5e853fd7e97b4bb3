//! Total of the claim: is it the sum of its lines?

use superbill_model::Claim;
use superbill_types::{Money, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-044",
        name: "claim-charge-not-sum-of-lines",
        severity: Severity::Error,
        snip: 3,
        acknowledgment: "277CA:A7:400",
        message: "the claim charges {charge}, but its lines add up to {sum}",
        help: "Correct the total or the lines: the total is the sum of all lines, with none left \
               out.",
        source: "RFI 1294; 837 guides: CLM02, SV102, SV203, SV302",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINES).and(Parts::LINE_CHARGE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(charge) = claim.charge_amount else { return };
    let charges = claim.lines.iter().map(|line| line.charge_amount);
    // A line without an amount is another finding.
    let Some(sum) = charges.sum::<Option<Money>>() else { return };
    if charge != sum {
        case.find("chargeAmount").fact("charge", charge).fact("sum", sum);
    }
}
