//! Supervisor: is it someone else than who treated?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-064",
        name: "supervising-is-rendering",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:562",
        message: "the supervising provider is the rendering provider",
        help: "Leave the supervising provider out.",
        source: "837 guides: 2310D, 2310E",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::PROVIDERS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let providers = &claim.providers;
    let Some((one, other)) = providers.supervising.as_ref().zip(providers.rendering.as_ref())
    else {
        return;
    };
    let numbered = one.identifier.is_some() && one.identifier == other.identifier;
    let (name, other) = (&one.name, &other.name);
    if numbered && name.last_name == other.last_name && name.first_name == other.first_name {
        case.find("providers.supervising");
    }
}
