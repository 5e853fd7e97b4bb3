//! Ambulance: do two letters tell from where to where?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-04",
        name: "ambulance-modifier-wrong",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "{code} needs a modifier of two letters: from where, to where",
        help: "First letter the origin, second the destination: D E G H I J N P R S, and X as a stop on the way. RH is from a residence to a hospital.",
        source: "Claims Processing Manual 15, 30",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    // QL: the patient died before the ride.
    if ("A0425"..="A0436").contains(&code)
        && !service::modifiers(line).iter().any(|modifier| service::is_way(modifier))
        && !service::has_modifier(line, &["QL"])
    {
        case.find("procedure.modifiers").fact("code", code);
    }
}
