//! Charge of a line: is it below nothing?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-082",
        name: "line-charge-negative",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:178",
        message: "the line charges {charge}, which is below zero",
        help: "Enter a charge of zero or more. To take a charge back, replace or void the earlier \
               claim.",
        source: "RFI 2499; 837 guides: SV102, SV203, SV302",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_CHARGE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if let Some(charge) = line.charge_amount.filter(|charge| charge.is_negative()) {
        case.find("chargeAmount").fact("charge", charge);
    }
}
