//! Rate codes: can each be one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-03",
        name: "rate-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} cannot be a rate code",
        help: "Write the five letters and digits that the grouper gave.",
        source: "837I guide: SV202-1 HP",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref().filter(|it| it.qualifier == "HP") else { return };
    if shape::follows(&procedure.code, "XXXXX") {
        case.not_checked("rate codes (HIPPS)");
    } else {
        case.find("procedure.code").code("code", &procedure.code, 5);
    }
}
