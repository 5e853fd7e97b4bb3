//! Drug quantity: is it told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DRG-01",
        name: "drug-quantity-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:476",
        message: "the drug has no quantity or no unit",
        help: "Enter how much of the drug was given, and its unit: ML, GR, ME, UN or F2.",
        source: "837 guides: 2410 CTP is required with LIN",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_DRUG,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(drug) = line.drug.as_ref().filter(|drug| drug.qualifier == "N4") else { return };
    if drug.quantity.is_none() {
        case.find("drug.quantity");
    } else if drug.unit.as_deref().unwrap_or_default().is_empty() {
        case.find("drug.unit");
    }
}
