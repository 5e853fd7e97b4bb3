//! Who treated: is it someone else than who bills?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-063",
        name: "rendering-is-billing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:562",
        message: "the rendering provider is the billing provider",
        help: "Leave the rendering provider out, unless your payer asks for it.",
        source: "837 guides: 2310B",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::PROVIDERS.and(Parts::BILLING),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(rendering) = claim.providers.rendering.as_ref() else { return };
    if rendering.identifier.is_some() && rendering.identifier == claim.billing_provider.identifier {
        case.find("providers.rendering");
    }
}
