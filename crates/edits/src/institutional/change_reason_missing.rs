//! Replaced or voided bill: does Medicare learn why?

use superbill_model::Claim;
use superbill_types::{Rule, Severity, Text};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-27",
        name: "change-reason-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:460",
        message: "Medicare asks why a bill is replaced or voided, but no condition code tells",
        help: "Add condition D0 to D9 or E0; D5 and D6 void, D9 is any other change.",
        source: "Medicare Claims Processing Manual 1, 130.1",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::COVERAGE).and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let changed = matches!(bill::frequency(claim), "7" | "8");
    let mut codes = claim.conditions.iter().map(Text::as_str);
    if changed && bill::is_medicare(claim) && !codes.any(|code| REASONS.contains(&code)) {
        case.find("conditions");
    }
}

/// Condition codes that tell why a bill changes.
const REASONS: [&str; 11] = ["D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "E0"];
