//! Reason why Medicare is not primary: is it one of the list?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-029",
        name: "insurance-type-unknown",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "IK4:7",
        message: "{code} is no reason for Medicare to pay after another payer",
        help: "Use 12, 13, 14, 15, 16, 41, 42, 43 or 47.",
        source: "837 guides: SBR05",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim) {
        let code = coverage.insurance_type.as_deref().filter(|code| !is_blank(code));
        if let Some(code) = code.filter(|code| !KNOWN.contains(code)) {
            case.find(format_args!("{path}.insuranceType")).code("code", code, 2);
        }
    }
}

const KNOWN: [&str; 9] = ["12", "13", "14", "15", "16", "41", "42", "43", "47"];
