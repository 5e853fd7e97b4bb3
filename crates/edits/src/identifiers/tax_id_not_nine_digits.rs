//! Tax number: is it nine digits?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-015",
        name: "tax-id-not-nine-digits",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:128",
        message: "the tax number is not nine digits",
        help: "Enter the nine digits without hyphens.",
        source: "26 CFR 301.6109-1; 837 guides: REF EI, SY",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(number) = party.party.tax_id.as_ref() else { return };
    if !is_digits(number.value.reveal(), 9) {
        case.find("taxId.value");
    }
}
