//! Drug units: is each one that exists?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DRG-02",
        name: "drug-unit-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:476",
        message: "{unit} is no unit of drugs",
        help: "Use ML, GR, ME (milligram), UN or F2 (international unit).",
        source: "837 guides: 2410 CTP05-1",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_DRUG,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(unit) = line.drug.as_ref().and_then(|drug| drug.unit.as_deref()) else { return };
    if !unit.is_empty() && !["F2", "GR", "ME", "ML", "UN"].contains(&unit) {
        case.find("drug.unit").code("unit", unit, 2);
    }
}
