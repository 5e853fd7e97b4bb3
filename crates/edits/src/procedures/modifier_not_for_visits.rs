//! Modifiers for procedures: does one stand on a visit?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-05",
        name: "modifier-not-for-visits",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "modifier {modifier} does not belong on a visit ({code})",
        help: "A visit apart from a procedure of the day takes 25; before a major operation, 57; after one and unrelated, 24.",
        source: "NCCI policy manual, chapter 1, section E",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if !service::is_in(code, &service::VISITS) {
        return;
    }
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if PROCEDURES_ONLY.contains(&modifier.as_str()) {
            let path = format_args!("procedure.modifiers[{index}]");
            case.find(path).code("modifier", modifier, 2).fact("code", code);
        }
    }
}

/// Modifiers of procedures.
const PROCEDURES_ONLY: [&str; 26] = [
    "22", "26", "47", "50", "51", "54", "55", "56", "58", "59", "62", "66", "78", "79", "80", "81",
    "82", "AS", "LT", "RT", "TC", "XE", "XP", "XS", "XU", "91",
];
