//! Who referred: is it told for the claim too?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-11",
        name: "claim-referring-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:562",
        message: "line {line} has a referring provider, but the claim has none",
        help: "Tell the referring provider for the claim; lines repeat it only where it differs.",
        source: "837 guides: 2310A, 2310F, 2420D, 2420F",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::PROVIDERS.and(Parts::LINES).and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let line = claim.lines.iter().position(|line| line.providers.referring.is_some());
    if let Some(line) = line.filter(|_| claim.providers.referring.is_none()) {
        case.find("providers.referring").fact("line", line + 1);
    }
}
