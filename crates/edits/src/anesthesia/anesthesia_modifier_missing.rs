//! Anesthesia for Medicare: who gave it?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "ANE-01",
        name: "anesthesia-modifier-missing",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "{code} does not say who gave the anesthesia",
        help: "Add AA, AD, QK, QX, QY or QZ: doctor alone, supervising, directing, or nurse anesthetist with or without direction.",
        source: "Claims Processing Manual 12, 50.C to K, and 140",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if service::is_in(code, &service::ANESTHESIA)
        && !matches!(code, "01953" | "01996")
        && !service::has_modifier(line, &["AA", "AD", "QK", "QX", "QY", "QZ"])
    {
        let found = case.find("procedure.modifiers").softer_if(!service::is_medicare_b(claim));
        found.fact("code", code);
    }
}
