//! Type of bill: can it be one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-01",
        name: "bill-type-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:228",
        message: "the type of bill does not begin with two digits from 1 to 9",
        help: "Enter the type of facility and of care: 11 for a hospital stay, 13 for hospital \
               outpatients.",
        source: "837I guide: CLM05-1; NUBC type of bill",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let code = bill::kind(claim);
    if code.len() != 2 || !code.bytes().all(|byte| matches!(byte, b'1'..=b'9')) {
        case.find("facilityCode");
    }
}
