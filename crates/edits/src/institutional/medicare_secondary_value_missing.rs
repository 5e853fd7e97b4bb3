//! Medicare second: does a value tell what the first payer is?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-26",
        name: "medicare-secondary-value-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:463",
        message: "Medicare is not first, but no value code tells what the payer ahead of it is \
                  and paid",
        help: "Add value 12, 13, 14, 15, 16, 41, 42, 43 or 47 with the amount paid.",
        source: "Medicare Secondary Payer Manual 3, 40",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let second = matches!(claim.coverage.sequence.as_str(), "S" | "T");
    let told = claim.values.iter().any(|one| FIRST_PAYERS.contains(&one.code.as_str()));
    if second && bill::is_medicare(claim) && !told {
        case.find("values");
    }
}

/// Value codes of what a payer ahead of Medicare paid: group plans, kidney disease, accidents, work, government.
const FIRST_PAYERS: [&str; 9] = ["12", "13", "14", "15", "16", "41", "42", "43", "47"];
