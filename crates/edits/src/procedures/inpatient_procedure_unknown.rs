//! Inpatient procedures: was each in effect at discharge?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PRC-08",
        name: "inpatient-procedure-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:507",
        message: "{code} is no ICD-10-PCS code of {day}",
        help: "Look the code up in the edition of the day of discharge.",
        source: "ICD-10-PCS tables; 45 CFR 162.1002",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROCEDURES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((_, day)) = dates::of_claim(claim) else { return };
    for (index, procedure) in claim.procedures.iter().enumerate() {
        let system = CodeSystem::Icd10Pcs;
        if !matches!(procedure.qualifier.as_str(), "BBR" | "BBQ") || !system.shapes(&procedure.code)
        {
            continue;
        }
        let status = case.ask("inpatient procedure codes", system, &procedure.code, day);
        if let Some(status) = status.filter(|status| status.is_refused()) {
            let outdated = status == CodeStatus::Unknown && case.is_outdated(system, day);
            let found = case.find(format_args!("procedures[{index}].code")).softer_if(outdated);
            found.fact("code", &procedure.code).fact("day", day);
        }
    }
}
