//! Pairs of procedures: is one not paid beside another?

use superbill_codes::PairVerdict;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::billed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-106",
        name: "procedure-pair-denied",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:507",
        message: "{other} is not paid beside {one} on the same day ({quarter})",
        help: "{way}.",
        source: "NCCI procedure-to-procedure edits; NCCI policy manual, chapter 1",
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
    billed::pairs(claim, case, |pair, case| {
        if let PairVerdict::Fail { modifier_allowed, quarter } = pair.verdict {
            let way = if modifier_allowed {
                "Take it away, or where it was apart (another site, time or provider) say so by modifier"
            } else {
                "Take it away: no modifier makes it payable"
            };
            let found = case.find(format_args!("lines[{}].procedure.code", pair.other.index));
            let found = found.softer_if(pair.doubtful).fact("one", pair.one.code);
            found.fact("other", pair.other.code).fact("quarter", quarter).fact("way", way);
        }
    });
}
