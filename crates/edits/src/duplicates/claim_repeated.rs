//! Claims sent together: is each a claim of its own?

use superbill_model::ClaimBatch;
use superbill_types::{Rule, Severity};

use super::same;
use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DUP-01",
        name: "claim-repeated",
        severity: Severity::Warning,
        snip: 7,
        acknowledgment: "277CA:A7:54",
        message: "the claim is the same as claim {first} of this batch",
        help: "Take one away; to correct a claim that was sent, replace it.",
        source: "Medicare Claims Processing Manual 1, 120",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::ALL,
    check: Check::Batch(look),
};

fn look(batch: &ClaimBatch, case: &mut Case<'_>) {
    let all = batch.claims.iter();
    lists::repeated(
        all.map(|claim| same::is_new(claim).then_some(same::Sent(claim))),
        |index, first| {
            case.find(format_args!("claims[{index}]")).fact("first", first.saturating_add(1));
        },
    );
}
