//! Billing provider: does any number tell who it is?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-016",
        name: "billing-provider-unidentified",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:562",
        message: "the billing provider has no number at all: no NPI, no tax number, no number \
                  given by the payer",
        help: "Enter the billing NPI and the tax number.",
        source: "837 guides: 2010AA",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let billing = &claim.billing_provider;
    let numbered = billing.identifier.iter().chain(&billing.tax_id);
    let mut told = numbered.map(|it| it.value.reveal().as_str());
    let payers = billing.references.iter().any(|it| !is_blank(it.value.reveal()));
    if !payers && told.all(is_blank) {
        case.find("billingProvider.identifier");
    }
}
