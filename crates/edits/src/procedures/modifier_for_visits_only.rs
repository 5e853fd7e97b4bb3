//! Modifiers for visits: does one stand on another kind of service?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-04",
        name: "modifier-for-visits-only",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "modifier {modifier} is for visits and does not belong on {code}",
        help: "Put it on the visit of the same day. A procedure apart from another takes 59 or XE, XP, XS, XU.",
        source: "NCCI policy manual, chapter 1, section E; Claims Processing Manual 12, 40.1 and 30.6.6",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let other = [service::ANESTHESIA, service::SURGERY, service::RADIOLOGY, service::LABORATORY];
    if !other.iter().any(|range| service::is_in(code, range)) {
        return;
    }
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if ["24", "25", "57"].contains(&modifier.as_str()) {
            let path = format_args!("procedure.modifiers[{index}]");
            case.find(path).code("modifier", modifier, 2).fact("code", code);
        }
    }
}
