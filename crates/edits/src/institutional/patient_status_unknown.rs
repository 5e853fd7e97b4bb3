//! Patient status: is it told, and one that exists?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-07",
        name: "patient-status-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:234",
        message: "the patient's status is missing, or none that exists",
        help: "Enter the two-digit status: 01 home, 02 another hospital, 20 died, 30 still a \
               patient.",
        source: "837I guide: CL103; NUBC patient discharge status",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::ADMISSION.and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let (code, on) = (bill::status(claim), case.service_day());
    if !shape::is_digits(code, 2) || code == "00" {
        case.find("admission.patientStatus");
        return;
    }
    let status = case.ask("patient statuses", CodeSystem::DischargeStatus, code, on);
    if status.is_some_and(CodeStatus::is_refused) {
        let outdated = case.is_outdated(CodeSystem::DischargeStatus, on);
        case.find("admission.patientStatus").softer_if(outdated);
    }
}
