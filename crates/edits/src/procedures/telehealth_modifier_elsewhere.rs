//! Telehealth: does its modifier stand on a service at another place?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-10",
        name: "telehealth-modifier-elsewhere",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:249",
        message: "modifier {modifier} says telehealth, but the place of service is {place}",
        help: "Telehealth is at place 10 where the patient is at home, else at 02; some payers want the place where the patient would have been seen.",
        source: "CMS place-of-service list 02 and 10; Claims Processing Manual 12, 190.3",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::since(20_220_101),
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let place = service::place(line, claim);
    if matches!(place, "02" | "10" | "") {
        return;
    }
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if ["93", "95", "GQ", "GT"].contains(&modifier.as_str()) {
            let path = format_args!("procedure.modifiers[{index}]");
            case.find(path).fact("modifier", modifier).fact("place", place);
        }
    }
}
