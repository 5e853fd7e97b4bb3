//! Add-on codes: does what they add to stand on the claim?

use superbill_codes::AddOnAnswer;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::billed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NCC-04",
        name: "add-on-without-primary",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:507",
        message: "{code} is an add-on and is paid only beside another procedure: {primaries} ({quarter})",
        help: "Add the procedure that it belongs to, or take it away.",
        source: "NCCI add-on code edits",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINES).and(Parts::LINE_SERVICE).and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if billed::setting(claim).is_none() {
        return;
    }
    for (index, line) in claim.lines.iter().enumerate() {
        let code = service::code(line);
        let Some((day, _)) = dates::of_line(line, claim).filter(|_| !code.is_empty()) else {
            continue;
        };
        let (primaries, others, quarter) = match case.books().add_on(code, day) {
            AddOnAnswer::NeedsPrimary { primaries, others, quarter } => {
                (primaries, others, quarter)
            }
            AddOnAnswer::NotLoaded => return case.not_checked(billed::ADD_ONS),
            _ => continue,
        };
        let all = claim.lines.iter().map(service::code).filter(|it| !it.is_empty() && *it != code);
        let mut all = all.peekable();
        let alone = all.peek().is_none();
        let found = if primaries.is_empty() {
            !alone
        } else {
            all.any(|it| primaries.iter().any(|primary| primary == it))
        };
        if found {
            continue;
        }
        let shown = if primaries.is_empty() {
            "one that the payer accepts".to_owned()
        } else {
            primaries.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        let doubtful = others || billed::is_other_quarter(&quarter, day);
        let found = case.find(format_args!("lines[{index}].procedure.code")).softer_if(doubtful);
        found.fact("code", code).fact("primaries", shown).fact("quarter", quarter);
    }
}

/// Most procedures named.
const SHOWN: usize = 8;
