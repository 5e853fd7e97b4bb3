//! Diagnosis pointers: does each point at a diagnosis?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-062",
        name: "diagnosis-pointer-dangling",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:477",
        message: "the line points at diagnosis {pointer}, but the claim has {count}",
        help: "Point the line at a diagnosis of the claim, or add the diagnosis that is missing.",
        source: "837 guides: SV107, SV311",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let count = claim.diagnoses.iter().filter(|it| listed::is_pointed_at(it)).count();
    for (index, pointer) in line.diagnosis_pointers.iter().enumerate() {
        if !pointer.parse().is_ok_and(|at: usize| (1..=count).contains(&at)) {
            let path = format_args!("diagnosisPointers[{index}]");
            case.find(path).code("pointer", pointer, 2).fact("count", count);
        }
    }
}
