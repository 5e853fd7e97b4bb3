//! Patient: are birth date and sex told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-13",
        name: "patient-birth-date-or-sex-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:158",
        message: "the birth date or the sex of the patient is missing",
        help: "Enter both as the payer knows them.",
        source: "837 guides: DMG02, DMG03",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::PATIENT),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let path = match claim.patient {
        Some(_) => "patient.party",
        None => "coverage.subscriber",
    };
    let told = claim.treated().demographics.as_ref();
    if told.is_none_or(|it| it.birth_date.is_none()) {
        case.find(format_args!("{path}.demographics.birthDate"));
    }
    if told.is_none_or(|it| it.sex.is_none()) {
        case.find(format_args!("{path}.demographics.sex"));
    }
}
