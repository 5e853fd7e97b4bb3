//! Pairs of procedures: is one paid only for its modifier?

use superbill_codes::{PAIR_MODIFIERS, PairVerdict};
use superbill_model::Claim;
use superbill_types::{Rule, Severity, Text};

use super::billed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NCC-01",
        name: "procedure-pair-bypassed",
        severity: Severity::Note,
        snip: 6,
        acknowledgment: "",
        message: "{other} is paid beside {one} only for modifier {modifier} ({quarter})",
        help: "Make sure that the record shows why the two were apart.",
        source: "NCCI policy manual, chapter 1, section E",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::PROVIDERS)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_PROVIDERS)
        .and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let lifts = |modifier: &Text| PAIR_MODIFIERS.contains(&modifier.as_str());
    if !claim.lines.iter().any(|line| service::modifiers(line).iter().any(lifts)) {
        return;
    }
    billed::pairs(claim, case, |pair, case| {
        if let PairVerdict::Bypassed { modifier, quarter } = pair.verdict {
            let found = case.find(format_args!("lines[{}].procedure.code", pair.other.index));
            let found = found.fact("one", pair.one.code).fact("other", pair.other.code);
            found.fact("modifier", modifier).fact("quarter", quarter);
        }
    });
}
