//! Revenue code: is it listed?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-16",
        name: "revenue-code-unlisted",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:455",
        message: "the list of revenue codes does not have {code}",
        help: "Look the code up again.",
        source: "NUBC revenue codes",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let (code, on) = (bill::revenue(line), case.service_day());
    if !shape::is_digits(code, 4) || !code.starts_with(['0', '1', '2', '3']) {
        return;
    }
    let status = case.ask("revenue codes", CodeSystem::Revenue, code, on);
    if status.is_some_and(CodeStatus::is_refused) {
        case.find("revenueCode").code("code", code, 4);
    }
}
