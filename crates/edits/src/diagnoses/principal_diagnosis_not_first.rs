//! Principal diagnosis: does it stand first?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-04",
        name: "principal-diagnosis-not-first",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:254",
        message: "the first diagnosis is {qualifier}; it has to be the principal one",
        help: "Mark the first diagnosis as principal (ABK) and the others as further ones (ABF).",
        source: "837P and 837D guides: HI01-1",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(first) = claim.diagnoses.first() else { return };
    if !listed::is_principal(&first.qualifier) && first.qualifier != "TQ" {
        case.find("diagnoses[0].qualifier").code("qualifier", &first.qualifier, 3);
    }
}
