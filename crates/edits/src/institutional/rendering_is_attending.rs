//! Who treated: is it someone else than the attending provider?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-23",
        name: "rendering-is-attending",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:562",
        message: "the rendering provider is the attending one",
        help: "Leave the rendering provider out.",
        source: "837I guide: 2310D",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROVIDERS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let providers = &claim.providers;
    let pair = providers.rendering.as_ref().zip(providers.attending.as_ref());
    if pair
        .is_some_and(|(one, other)| one.identifier.is_some() && one.identifier == other.identifier)
    {
        case.find("providers.rendering");
    }
}
