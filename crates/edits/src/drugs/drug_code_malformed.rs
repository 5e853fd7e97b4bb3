//! Drug codes: can each be a national drug code?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-094",
        name: "drug-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:218",
        message: "a national drug code of {length} characters; it is eleven digits",
        help: "Write eleven digits, 5-4-2, without hyphens. A part that is short takes a zero in front.",
        source: "837 guides: 2410 LIN03; 21 CFR 207.33",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_DRUG,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(drug) = line.drug.as_ref().filter(|drug| drug.qualifier == "N4") else { return };
    if shape::is_digits(&drug.code, 11) {
        case.not_checked("national drug codes (NDC)");
    } else {
        case.find("drug.code").fact("length", drug.code.len());
    }
}
