//! Units: are they told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-04",
        name: "units-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:476",
        message: "the line does not say how many units",
        help: "Enter how many units, minutes or days.",
        source: "837 guides: SV104, SV205",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if line.units.is_none() {
        case.find("units");
    }
}
