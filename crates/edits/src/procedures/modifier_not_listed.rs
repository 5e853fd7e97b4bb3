//! Modifiers: is each listed on the day of service?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-079",
        name: "modifier-not-listed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:453",
        message: "no list has modifier {modifier} in effect on {day}",
        help: "Look the modifier up again, or take it away.",
        source: "CMS HCPCS file, modifiers",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    listed::modifiers(line, claim, case, |index, modifier, status, on, case| {
        if status.is_refused() {
            let unknown = status == CodeStatus::Unknown;
            let outdated = unknown && case.is_outdated(CodeSystem::Modifier, on);
            let found = case.find(format_args!("procedure.modifiers[{index}]"));
            found.softer_if(outdated).fact("modifier", modifier).fact("day", on);
        }
    });
}
