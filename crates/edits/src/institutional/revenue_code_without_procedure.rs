//! Outpatient line: does it say which procedure?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-17",
        name: "revenue-code-without-procedure",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:454",
        message: "revenue code {code} on an outpatient bill needs a procedure code",
        help: "Enter the HCPCS or CPT code of what was done.",
        source: "Medicare outpatient code editor, edit 48; 837I guide: SV202",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE).and(Parts::LINE_CHARGE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = bill::revenue(line);
    let outpatient = matches!(bill::kind(claim), "13" | "14" | "83");
    let told = line.procedure.as_ref().is_some_and(|it| !it.code.is_empty());
    let charged = line.charge_amount.is_some_and(|charge| !charge.is_zero());
    let class = code.get(..3).filter(|_| code.len() == 4).unwrap_or_default();
    let asked = CLASSES.contains(&class) || matches!(code, "0634" | "0635" | "0636");
    if outpatient && asked && charged && !told {
        case.find("procedure").code("code", code, 4);
    }
}

/// Beginnings of revenue codes that stand for many procedures: laboratory, imaging, operating room, therapies,
/// emergency room, clinic, heart and brain tests. Supplies, rooms and drugs that go with them are not among them.
const CLASSES: [&str; 22] = [
    "030", "031", "032", "035", "036", "040", "041", "042", "043", "044", "045", "046", "047",
    "048", "051", "061", "073", "074", "075", "090", "091", "092",
];
