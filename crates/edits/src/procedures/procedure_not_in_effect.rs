//! Procedure codes: was each in effect on the day of service?

use superbill_codes::CodeStatus;
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-06",
        name: "procedure-not-in-effect",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} was not in effect on {day}",
        help: "Use the code of that day: {choices}.",
        source: "CMS HCPCS file, termination dates; 42 CFR 414.40",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    if let Some((system, code, CodeStatus::NotInEffect { .. }, on)) =
        listed::status(line, claim, case)
    {
        let choices = listed::instead(case, system, code, on);
        let found = case.find("procedure.code");
        found.fact("code", code).fact("day", on).fact("choices", choices);
    }
}
