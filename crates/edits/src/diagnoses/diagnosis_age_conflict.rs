//! Diagnoses: do they fit the patient's age?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity};

use super::patient;
use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-13",
        name: "diagnosis-age-conflict",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:255",
        message: "{code} is for ages {from} to {to}, the patient on {day} was not of them",
        help: "Check the code and the date of birth.",
        source: "Medicare Code Editor, edit 4: age conflict",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES
        .and(Parts::COVERAGE)
        .and(Parts::PATIENT)
        .and(Parts::SERVICE_DAYS)
        .and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((day, _)) = dates::of_claim(claim) else { return };
    let Some(age) = patient::age(claim, day) else { return };
    table::flags(claim, case, |index, diagnosis, flags, on, case| {
        if let Some((from, to)) = flags.ages(on).filter(|(from, to)| !(*from..=*to).contains(&age))
        {
            let path = format_args!("diagnoses[{index}].code");
            let found = case.find(path).softer_if(claim.kind != ClaimKind::Institutional);
            found.fact("code", &diagnosis.code).fact("from", from).fact("to", to).fact("day", day);
        }
    });
}
