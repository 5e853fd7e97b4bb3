//! Units of visits: is it a whole number?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-05",
        name: "unit-of-visits-not-whole",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{units} units of {code}; visits, operations and tests are counted whole",
        help: "Enter a whole number.",
        source: "Claims Processing Manual 26, 10.4, item 24G",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let Some(units) = line.units.filter(|it| it.decimal().normalize().scale() > 0) else {
        return;
    };
    if line.unit.as_deref() != Some("MJ") && service::number(code).is_some() {
        case.find("units").fact("units", units).fact("code", code);
    }
}
