//! Sides: does one line name left and right?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-12",
        name: "both-sides-on-one-line",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "the line names both sides (LT and RT)",
        help: "Use 50 with one unit, or a line for each side.",
        source: "Claims Processing Manual 12, 40.7",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if service::has_modifier(line, &["LT"]) && service::has_modifier(line, &["RT"]) {
        case.find("procedure.modifiers");
    }
}
