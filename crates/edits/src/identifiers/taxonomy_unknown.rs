//! Taxonomy code: is it in the list?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-067",
        name: "taxonomy-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:145",
        message: "the taxonomy code {code} is not in the list on this date",
        help: "Choose a current code from the taxonomy list.",
        source: "NUCC taxonomy",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::LINE_DATES),
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(code) = party.party.taxonomy.as_deref() else { return };
    let system = CodeSystem::Taxonomy;
    if !system.shapes(code) {
        return;
    }
    let day = case.service_day();
    let answer = case.ask("taxonomy codes", system, code, day);
    if matches!(answer, Some(CodeStatus::Unknown | CodeStatus::NotInEffect { .. })) {
        let outdated = case.is_outdated(system, day);
        case.find("taxonomy").code("code", code, 10).softer_if(outdated);
    }
}
