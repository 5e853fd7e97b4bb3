//! Adjustments: is the reason in the list?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-07",
        name: "adjustment-reason-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:672",
        message: "{reason} is no adjustment reason in the list",
        help: "Copy the reason from the remittance.",
        source: "CARC list",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES.and(Parts::LINES).and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let (system, today) = (CodeSystem::AdjustmentReason, case.today());
    walk::adjustments(claim, &mut |path, adjustment| {
        let reason = &adjustment.reason;
        if is_blank(reason) {
            return;
        }
        let answer = case.ask("adjustment reasons", system, reason, today);
        if answer == Some(CodeStatus::Unknown) {
            let outdated = case.is_outdated(system, today);
            let found = case.find(format_args!("{path}.reason"));
            found.code("reason", reason, 3).softer_if(outdated);
        }
    });
}
