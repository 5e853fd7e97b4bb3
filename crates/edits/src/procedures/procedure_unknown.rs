//! Procedure codes: does their table know each?

use superbill_codes::CodeStatus;
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-077",
        name: "procedure-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} is in no table of procedures",
        help: "Look the code up again; the table may be older than the service.",
        source: "HIPAA code sets, 45 CFR 162.1002; CMS HCPCS file",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    if let Some((system, code, CodeStatus::Unknown, on)) = listed::status(line, claim, case) {
        let outdated = case.is_outdated(system, on);
        case.find("procedure.code").softer_if(outdated).fact("code", code);
    }
}
