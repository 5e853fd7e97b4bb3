//! The technical part: does a doctor bill it for a hospital's patient?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-09",
        name: "technical-part-in-hospital",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "modifier TC at place {place}: the hospital bills the technical part itself",
        help: "Bill the reading alone with 26; the hospital bills the rest.",
        source: "Claims Processing Manual 13, 20.2.1; 26, 10.5",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::COVERAGE).and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let place = service::place(line, claim);
    if service::is_medicare_b(claim)
        && matches!(place, "19" | "21" | "22" | "23")
        && service::has_modifier(line, &["TC"])
    {
        case.find("procedure.modifiers").fact("place", place);
    }
}
