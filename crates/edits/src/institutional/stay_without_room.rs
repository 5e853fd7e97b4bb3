//! Bill of a stay: does it charge a room?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-19",
        name: "stay-without-room",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:455",
        message: "the bill is for a stay, but no line is for room and board",
        help: "Add the line of the room with its days, or correct the type of bill.",
        source: "Medicare Claims Processing Manual 25, 75",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let whole = matches!(bill::frequency(claim), "1" | "2" | "3" | "4" | "7");
    let mut codes = claim.lines.iter().map(bill::revenue);
    let roomless = !claim.lines.is_empty() && !codes.any(bill::is_room);
    if whole && roomless && matches!(bill::kind(claim), "11" | "21") {
        case.find("lines");
    }
}
