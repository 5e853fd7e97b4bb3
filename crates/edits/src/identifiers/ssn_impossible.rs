//! Social security number: can it have been assigned?

use superbill_types::{Rule, Severity};

use crate::shape::is_digits;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDF-03",
        name: "ssn-impossible",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:128",
        message: "this social security number was never given to anyone",
        help: "Ask for the number again, or leave it out: few payers ask for it.",
        source: "20 CFR 422.103; SSA: number randomization",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let tax = party.party.tax_id.as_ref().filter(|it| it.qualifier == "SY");
    if tax.is_some_and(|it| is_impossible(it.value.reveal())) {
        case.find("taxId.value");
    }
    for (index, reference) in party.party.references.iter().enumerate() {
        if reference.qualifier == "SY" && is_impossible(reference.value.reveal()) {
            case.find(format_args!("references[{index}].value"));
        }
    }
}

/// Area 000, 666 and 900 to 999, group 00 and serial 0000 are given to nobody.
fn is_impossible(number: &str) -> bool {
    is_digits(number, 9)
        && (number.starts_with("000")
            || number.starts_with("666")
            || number.starts_with('9')
            || number.get(3..5) == Some("00")
            || number.ends_with("0000"))
}
