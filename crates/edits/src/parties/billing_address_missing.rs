//! Billing provider: is there an address?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-10",
        name: "billing-address-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:126",
        message: "the billing provider has no address",
        help: "Enter the street address of the billing provider.",
        source: "837 guides: 2010AA N3, N4",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if claim.billing_provider.address.is_none() {
        case.find("billingProvider.address");
    }
}
