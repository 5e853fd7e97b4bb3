//! Codes of a bill: is each listed?

use superbill_codes::CodeStatus;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill_codes;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-10",
        name: "bill-code-unlisted",
        severity: Severity::Warning,
        snip: 5,
        acknowledgment: "277CA:A7:460",
        message: "the list of {list} does not have {code}",
        help: "Look the code up again.",
        source: "NUBC data elements; CMS Claims Processing Manual 25",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES.and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let on = case.service_day();
    bill_codes::each(claim, &mut |path, system, code| {
        let list = bill_codes::name(system);
        let status = system.shapes(code).then(|| case.ask(list, system, code, on)).flatten();
        if status.is_some_and(CodeStatus::is_refused) {
            case.find(path).fact("list", list).code("code", code, 2);
        }
    });
}
