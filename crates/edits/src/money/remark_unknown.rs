//! Remarks of an earlier payer: are they in the list?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MNY-06",
        name: "remark-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:672",
        message: "{remark} is no remark in the list",
        help: "Copy the remark from the remittance.",
        source: "RARC list",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::OTHER_COVERAGES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let inpatient = other.inpatient.iter().flat_map(|it| &it.values);
        let inpatient = inpatient.filter(|one| matches!(one.position, 5 | 20..=23));
        for code in inpatient.filter_map(|one| one.text.as_deref()) {
            remark(code, format_args!("otherCoverages[{index}].inpatient"), case);
        }
        let outpatient = other.outpatient.iter().flat_map(|it| &it.values);
        let outpatient = outpatient.filter(|one| matches!(one.position, 3..=7));
        for code in outpatient.filter_map(|one| one.text.as_deref()) {
            remark(code, format_args!("otherCoverages[{index}].outpatient"), case);
        }
    }
}

fn remark(code: &str, path: core::fmt::Arguments<'_>, case: &mut Case<'_>) {
    let (system, today) = (CodeSystem::Remark, case.today());
    if case.ask("remarks", system, code, today) == Some(CodeStatus::Unknown) {
        let outdated = case.is_outdated(system, today);
        case.find(path).code("remark", code, 4).softer_if(outdated);
    }
}
