//! Billing provider: is there a tax number?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-010",
        name: "billing-tax-id-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:128",
        message: "the billing provider has no tax number",
        help: "Enter the employer number (EIN), or the social security number of who bills alone.",
        source: "837 guides: 2010AA REF",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let told = claim.billing_provider.tax_id.as_ref();
    if told.is_none_or(|it| is_blank(it.value.reveal())) {
        case.find("billingProvider.taxId");
    }
}
