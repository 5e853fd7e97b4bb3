//! Ambulance rides: is the place an ambulance?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PLC-03",
        name: "ambulance-at-wrong-place",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:249",
        message: "{code} is for an ambulance, but the place of service is {place}",
        help: "Set place 41 for a ride on land, 42 by air or water.",
        source: "CMS place-of-service codes 41 and 42; Claims Processing Manual 15",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let (code, place) = (service::code(line), service::place(line, claim));
    if service::is_ambulance(code) && !matches!(place, "41" | "42" | "") {
        case.find("procedure.code").fact("code", code).fact("place", place);
    }
}
