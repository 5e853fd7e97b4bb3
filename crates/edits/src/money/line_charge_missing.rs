//! Charge of a line: is it there?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-02",
        name: "line-charge-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:178",
        message: "the line has no charge",
        help: "Enter the charge; zero is allowed.",
        source: "837 guides: SV102, SV203, SV302",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_CHARGE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if line.charge_amount.is_none() {
        case.find("chargeAmount");
    }
}
