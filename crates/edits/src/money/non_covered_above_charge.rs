//! Non-covered part: is it more than the line charges?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-22",
        name: "non-covered-above-charge",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:178",
        message: "{amount} is said not to be covered, but only {charge} is charged",
        help: "Correct the non-covered part of the line.",
        source: "837 institutional guide: SV207",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_CHARGE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some((amount, charge)) = line.non_covered_amount.zip(line.charge_amount) else { return };
    if amount > charge {
        case.find("nonCoveredAmount").fact("amount", amount).fact("charge", charge);
    }
}
