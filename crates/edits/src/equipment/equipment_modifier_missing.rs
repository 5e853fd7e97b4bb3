//! Equipment for Medicare: is it bought or rented?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "EQP-03",
        name: "equipment-modifier-missing",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "{code} does not say whether it is bought or rented",
        help: "Add NU (new), UE (used) or RR (rented); a repair or part takes RA, RB or MS.",
        source: "Claims Processing Manual 20, 30 and 130",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let equipment = shape::follows(code, "E9999") || ("K0001"..="K0899").contains(&code);
    let told = ["NU", "UE", "RR", "RA", "RB", "MS", "LL", "NR", "BP", "BR", "BU", "GY", "A1", "A2"];
    if service::is_medicare_b(claim) && equipment && !service::has_modifier(line, &told) {
        case.find("procedure.modifiers").fact("code", code);
    }
}
