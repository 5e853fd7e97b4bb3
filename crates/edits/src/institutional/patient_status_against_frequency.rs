//! Patient status: does it agree with the type of bill?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-08",
        name: "patient-status-against-frequency",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:234",
        message: "patient status {status} contradicts frequency {frequency}",
        help: "A patient who is still there (30) has bills 2 and 3; the bill that ends the \
               stay is 1 or 4.",
        source: "NUBC type of bill and patient discharge status",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::ADMISSION.and(Parts::HEAD),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let (frequency, status) = (bill::frequency(claim), bill::status(claim));
    let wrong = match frequency {
        "1" | "4" => status == "30",
        "2" | "3" => status != "30" && !status.is_empty(),
        _ => false,
    };
    if wrong {
        let found = case.find("admission.patientStatus").softer_if(!bill::is_stay(claim));
        found.code("status", status, 2).code("frequency", frequency, 1);
    }
}
