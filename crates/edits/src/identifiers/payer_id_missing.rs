//! Payer: is it told by an identifier?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-036",
        name: "payer-id-missing",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A6:153",
        message: "the payer has no identifier",
        help: "Choose the payer from the list of your clearinghouse, which gives its identifier.",
        source: "837 guides: 2010BB NM109",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let number = claim.coverage.payer.identifier.as_ref();
    if number.is_none_or(|number| is_blank(number.value.reveal())) {
        case.find("coverage.payer.identifier");
    }
}
