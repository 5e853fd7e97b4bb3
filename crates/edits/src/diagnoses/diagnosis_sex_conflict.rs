//! Diagnoses before October 2024: do they fit the patient's sex?

use superbill_codes::CodeFlags;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::patient;
use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-17",
        name: "diagnosis-sex-conflict",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:255",
        message: "{code} was asked of one sex only until 2024-09-30",
        help: "Check code and sex; condition code 45 tells that they differ for a reason.",
        source: "Medicare Code Editor, edit 5: sex conflict, ended 2024-09-30",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days { from: 0, to: 20_240_930 },
    reads: Parts::DIAGNOSES
        .and(Parts::COVERAGE)
        .and(Parts::PATIENT)
        .and(Parts::SERVICE_DAYS)
        .and(Parts::LINES)
        .and(Parts::BILL_CODES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let sex = patient::demographics(claim).and_then(|it| it.sex.as_deref());
    let other = match sex {
        Some("M") => CodeFlags::FEMALE,
        Some("F") => CodeFlags::MALE,
        _ => return,
    };
    if claim.conditions.iter().any(|code| code == "45") {
        return;
    }
    table::flags(claim, case, |index, diagnosis, flags, _, case| {
        if flags.has(other) {
            case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
        }
    });
}
