//! Procedure numbers: is it in a range that CPT uses?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-02",
        name: "procedure-number-out-of-range",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "CPT has no codes in the range of {code}",
        help: "Check the digits: CPT codes run from 00100 to 01999 and from 10000 up.",
        source: "ranges of the sections of CPT",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if service::number(code).is_some_and(|it| !service::ANESTHESIA.contains(&it) && it < 10_000) {
        case.find("procedure.code").code("code", code, 5);
    }
}
