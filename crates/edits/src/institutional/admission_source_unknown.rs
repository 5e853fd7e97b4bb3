//! Point of origin: is it one that exists?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-03",
        name: "admission-source-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:229",
        message: "no point of origin for admission type {priority} has the code {code}",
        help: "Look the point of origin up; newborns have their own: 5 born here, 6 born \
               elsewhere.",
        source: "NUBC point of origin",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::since(20120101),
    reads: Parts::ADMISSION.and(Parts::SERVICE_DAYS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let source = claim.admission.as_ref().and_then(|it| it.source.as_deref());
    let Some(code) = source.filter(|code| !code.is_empty()) else { return };
    let (priority, on) = (bill::priority(claim), case.service_day());
    let (wrong, unsure) = if priority == "4" {
        (!matches!(code, "5" | "6"), false)
    } else {
        let status = case.ask("points of origin", CodeSystem::AdmissionSource, code, on);
        let refused = status.is_some_and(CodeStatus::is_refused);
        (refused, code.len() == 1 && case.is_outdated(CodeSystem::AdmissionSource, on))
    };
    if wrong {
        let found = case.find("admission.source").softer_if(unsure);
        found.code("code", code, 1).code("priority", priority, 1);
    }
}
