//! Late claim: is the other reason told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NTE-04",
        name: "delay-unexplained",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:294",
        message: "the claim is late for another reason (11), but no note tells which",
        help: "Add a note with the reason.",
        source: "837 guides: CLM20",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::NOTES).and(Parts::ATTACHMENTS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let other = claim.delay_reason.as_deref() == Some("11");
    if other && claim.notes.is_empty() && claim.attachments.is_empty() {
        case.find("notes");
    }
}
