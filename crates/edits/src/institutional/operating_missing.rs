//! Surgery: is it named who operated?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-26",
        name: "operating-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:562",
        message: "the bill has surgery, but names no operating physician",
        help: "Enter who operated.",
        source: "837I guide: 2310B, 2420A",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROVIDERS
        .and(Parts::PROCEDURES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let of_claim = claim.procedures.iter().any(|it| {
        matches!(it.qualifier.as_str(), "BBR" | "BBQ") && it.code.starts_with(['0', '1'])
    });
    let of_line = claim.lines.iter().any(|line| {
        let code = service::code(line);
        let surgery = service::is_in(code, &service::SURGERY);
        bill::revenue(line).starts_with("036") && surgery && line.providers.operating.is_none()
    });
    if claim.providers.operating.is_none() && (of_claim || of_line) {
        case.find("providers.operating");
    }
}
