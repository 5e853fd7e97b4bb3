//! Modifiers of facilities: does one stand on a doctor's line?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-07",
        name: "modifier-of-facilities",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "modifier {modifier} is for facilities",
        help: "A doctor's stopped procedure takes 53, a second visit of the day 25.",
        source: "Claims Processing Manual 4, 20.6.4; 14, 40.4",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    // A surgery center bills on the professional claim.
    if service::place(line, claim) == "24" {
        return;
    }
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if ["27", "73", "74", "PN", "PO"].contains(&modifier.as_str()) {
            let path = format_args!("procedure.modifiers[{index}]");
            case.find(path).fact("modifier", modifier);
        }
    }
}
