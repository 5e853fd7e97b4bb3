//! Anesthesia: can it have lasted so long?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "ANE-02",
        name: "anesthesia-minutes-improbable",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{units} minutes of anesthesia are more than a day",
        help: "Enter minutes, not base units or a time of day.",
        source: "a day has 1440 minutes",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(units) = line.units.filter(|_| line.unit.as_deref() == Some("MJ")) else { return };
    if units > Quantity::from_scaled(1440, 0) {
        case.find("units").fact("units", units);
    }
}
