//! Modifiers: are there more than four?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-02",
        name: "modifiers-too-many",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "the line has {count} modifiers; four is the most",
        help: "Keep the four that decide payment. Where a payer asks for more, use 99 as the first and tell the rest in a note.",
        source: "837 guides: SV101-3 to -6",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let count = service::modifiers(line).len();
    if count > 4 {
        case.find("procedure.modifiers").fact("count", count);
    }
}
