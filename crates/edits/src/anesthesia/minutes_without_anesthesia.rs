//! Minutes: does the line bill anesthesia?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-085",
        name: "minutes-without-anesthesia",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "the line counts minutes, but {code} is no anesthesia billed by time",
        help: "Count units (UN).",
        source: "837P guide: SV103",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = service::procedure(line) else { return };
    let code = &procedure.code;
    let anesthesia =
        service::is_in(code, &service::ANESTHESIA) && code != "01953" && code != "01996";
    if line.unit.as_deref() == Some("MJ") && !anesthesia {
        case.find("unit").fact("code", code);
    }
}
