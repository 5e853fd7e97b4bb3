//! Units: are they above zero?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-086",
        name: "units-not-positive",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:476",
        message: "{units} units; a count is above zero",
        help: "Enter how many there were.",
        source: "RFI 2499; 837 guides: SV104, SV205, SV306, SVD05, HCP12",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::LINE_ADJUDICATIONS).and(Parts::LINE_DETAILS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let wrong = |units: &Quantity| *units <= Quantity::default();
    if let Some(units) = line.units.filter(wrong) {
        case.find("units").fact("units", units);
    }
    for (index, told) in line.adjudications.iter().enumerate() {
        if let Some(units) = told.paid_units.filter(wrong) {
            let path = format_args!("adjudications[{index}].paidUnits");
            case.find(path).fact("units", units);
        }
    }
    if let Some(units) = line.pricing.as_ref().and_then(|pricing| pricing.units).filter(wrong) {
        case.find("pricing.units").fact("units", units);
    }
}
