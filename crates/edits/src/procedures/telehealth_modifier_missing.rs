//! Telehealth: does a visit from afar say how it was held?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-11",
        name: "telehealth-modifier-missing",
        severity: Severity::Note,
        snip: 6,
        acknowledgment: "",
        message: "the place of service is telehealth, but no modifier says how {code} was held",
        help: "Many payers want 95 for video, 93 for sound alone; Medicare reads the place.",
        source: "CMS place-of-service list 02 and 10; payers' telehealth policies",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::since(20_220_101),
    reads: Parts::HEAD.and(Parts::COVERAGE).and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if matches!(service::place(line, claim), "02" | "10")
        && service::is_in(code, &service::VISITS)
        && !service::is_medicare_b(claim)
        && !service::has_modifier(line, &["93", "95", "FQ", "FR", "GQ", "GT"])
    {
        case.find("procedure.modifiers").fact("code", code);
    }
}
