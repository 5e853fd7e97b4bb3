//! Facility paid by rate code: does the line have it?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-20",
        name: "rate-code-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:454",
        message: "revenue code {code} stands for a rate code, but the line has none",
        help: "Enter the HIPPS rate code of the assessment.",
        source: "Medicare Claims Processing Manual 3, 6 and 10; 837I guide: SV202",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = bill::revenue(line);
    let told = line.procedure.as_ref().is_some_and(|it| it.qualifier == "HP");
    if matches!(code, "0022" | "0023" | "0024") && !told {
        case.find("procedure").code("code", code, 4);
    }
}
