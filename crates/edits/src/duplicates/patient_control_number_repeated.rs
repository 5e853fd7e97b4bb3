//! Our number: does each claim of the batch have its own?

use superbill_model::{Claim, ClaimBatch};
use superbill_types::{Rule, Severity};

use super::same;
use crate::{Case, Check, Days, Edit, Kinds, Parts, lists, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DUP-02",
        name: "patient-control-number-repeated",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:478",
        message: "claim {first} of this batch has the same number",
        help: "Give each claim its own number; answers come back under it.",
        source: "837 guides: CLM01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::ALL,
    check: Check::Batch(look),
};

fn look(batch: &ClaimBatch, case: &mut Case<'_>) {
    lists::repeated(batch.claims.iter().map(own_number), |index, first| {
        let found = case.find(format_args!("claims[{index}].patientControlNumber"));
        found.fact("first", first.saturating_add(1));
    });
}

fn own_number(claim: &Claim) -> Option<&str> {
    let number = claim.patient_control_number.reveal().as_str();
    Some(number).filter(|number| same::is_new(claim) && !shape::is_blank(number))
}
