//! Units: do they fit the field?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-087",
        name: "units-too-precise",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:476",
        message: "{units} units do not fit: eight digits and three decimals at most",
        help: "Round to three decimals, or split the line.",
        source: "RFI 2072; 837 guides: SV104, SV205",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(units) = line.units else { return };
    let digits = units.decimal().normalize();
    if digits.mantissa().unsigned_abs() >= 100_000_000 || digits.scale() > 3 {
        case.find("units").fact("units", units);
    }
}
