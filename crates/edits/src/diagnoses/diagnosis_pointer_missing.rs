//! Diagnosis pointers: does each line have one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-02",
        name: "diagnosis-pointer-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:477",
        message: "the line points at no diagnosis",
        help: "Choose the diagnosis that is the reason for this service.",
        source: "837P guide: SV107-1 is required",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    if line.diagnosis_pointers.is_empty() && !claim.diagnoses.is_empty() {
        case.find("diagnosisPointers");
    }
}
