//! Diagnosis pointers: are there more than four?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-03",
        name: "diagnosis-pointers-too-many",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:477",
        message: "the line points at {count} diagnoses; four is the most",
        help: "Keep the four that are the best reason for the service, the most important first.",
        source: "837 guides: SV107, SV311",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let count = line.diagnosis_pointers.len();
    if count > 4 {
        case.find("diagnosisPointers").fact("count", count);
    }
}
