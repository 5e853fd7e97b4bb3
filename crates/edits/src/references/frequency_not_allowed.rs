//! Claim frequency: is it one of this kind of claim?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-047",
        name: "frequency-not-allowed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:535",
        message: "the claim frequency is missing, or none of this kind of claim",
        help: "Enter 1 for a new claim, 7 to replace or 8 to void an earlier one; facilities \
               have more.",
        source: "837 guides: CLM05-3; NUBC type of bill",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let mut characters = claim.frequency.as_deref().unwrap_or_default().chars();
    let allowed = if claim.kind == ClaimKind::Institutional { FACILITY } else { OFFICE };
    let one = characters.next().is_some_and(|it| allowed.contains(it));
    if !one || characters.next().is_some() {
        case.find("frequency");
    }
}

const OFFICE: &str = "178";
/// Last characters of the type of bill.
const FACILITY: &str = "012345789ABCDEFGHIJKMOPQXYZ";
