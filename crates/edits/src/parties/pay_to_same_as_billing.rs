//! Pay-to address: does it differ from that of who bills?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-024",
        name: "pay-to-same-as-billing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:126",
        message: "the pay-to address is the address of the billing provider",
        help: "Leave the pay-to address out.",
        source: "837 guides: 2010AB",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(pay_to) = &claim.pay_to_address else { return };
    if pay_to.address.is_some() && pay_to.address == claim.billing_provider.address {
        case.find("payToAddress.address");
    }
}
