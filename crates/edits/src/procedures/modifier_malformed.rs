//! Modifiers: can each be one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-01",
        name: "modifier-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:453",
        message: "{modifier} cannot be a modifier",
        help: "Write two capital letters or digits.",
        source: "837 guides: SV101-3, SV202-3, SV301-3",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if !shape::follows(modifier, "XX") {
            case.find(format_args!("procedure.modifiers[{index}]")).code("modifier", modifier, 3);
        }
    }
}
