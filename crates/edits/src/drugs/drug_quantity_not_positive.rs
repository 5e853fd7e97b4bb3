//! Drug quantity: is it above zero?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-096",
        name: "drug-quantity-not-positive",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:476",
        message: "a drug quantity of {quantity}; it is above zero",
        help: "Enter how much of the drug was given, in its unit.",
        source: "837 guides: 2410 CTP04",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_DRUG,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(quantity) = line.drug.as_ref().and_then(|drug| drug.quantity) else { return };
    if quantity <= Quantity::default() {
        case.find("drug.quantity").fact("quantity", quantity);
    }
}
