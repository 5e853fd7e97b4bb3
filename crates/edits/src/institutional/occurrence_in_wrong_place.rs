//! Occurrences: is a span told as a span?

use superbill_codes::CodeSystem;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill_codes;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-12",
        name: "occurrence-in-wrong-place",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:462",
        message: "{code} stands where {list} do not",
        help: "Move it: 70 to 99 and M0 to Z9 are spans of days, the others single days.",
        source: "NUBC occurrence codes",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    bill_codes::each(claim, &mut |path, system, code| {
        let is_span = code.starts_with(|it: char| matches!(it, '7'..='9' | 'M'..='Z'));
        let wrong = match system {
            CodeSystem::Occurrence => is_span,
            CodeSystem::OccurrenceSpan => !is_span,
            _ => false,
        };
        if wrong && system.shapes(code) {
            let list = if is_span { "occurrence spans" } else { "single occurrences" };
            case.find(path).code("code", code, 2).fact("list", list);
        }
    });
}
