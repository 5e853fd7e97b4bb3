//! Replacement or void: of which claim?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-048",
        name: "payer-claim-number-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:464",
        message: "frequency {frequency} changes an earlier claim, but the payer's number of \
                  that claim is missing",
        help: "Enter the payer's claim number from the remittance.",
        source: "837 guides: REF F8",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let frequency = claim.frequency.as_deref().unwrap_or_default();
    let changes = match claim.kind {
        ClaimKind::Institutional => matches!(frequency, "7" | "8" | "G" | "I" | "X" | "Y"),
        _ => matches!(frequency, "7" | "8"),
    };
    let told = claim.reference("F8").is_some_and(|number| !shape::is_blank(number.reveal()));
    if changes && !told {
        case.find("references").code("frequency", frequency, 1);
    }
}
