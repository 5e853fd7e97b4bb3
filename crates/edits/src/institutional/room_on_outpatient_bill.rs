//! Outpatient bill: does it charge a room?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-18",
        name: "room-on-outpatient-bill",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:455",
        message: "{code} is room and board, but the bill is for an outpatient",
        help: "Correct the type of bill, or bill observation with 0762.",
        source: "Medicare Claims Processing Manual 25, 75",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = bill::revenue(line);
    if bill::is_outpatient(claim) && bill::is_room(code) {
        case.find("revenueCode").code("code", code, 4);
    }
}
