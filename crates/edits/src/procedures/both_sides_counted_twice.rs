//! Both sides: is a service with modifier 50 counted once?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-06",
        name: "both-sides-counted-twice",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "with modifier 50 the line counts {units} units; both sides are one",
        help: "Send one unit with 50, or one line for each side with LT and RT.",
        source: "Claims Processing Manual 12, 40.7",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(units) = line.units else { return };
    if service::has_modifier(line, &["50"]) && units > Quantity::from_scaled(1, 0) {
        case.find("units").fact("units", units);
    }
}
