//! Point of origin: is it told where the patient came from?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-06",
        name: "admission-source-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:229",
        message: "the bill does not tell where the patient came from",
        help: "Enter the point of origin: 1 home, 2 clinic or office, 4 another hospital, 9 \
               not known.",
        source: "837I guide: CL102; NUBC point of origin",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::since(20120101),
    reads: Parts::ADMISSION.and(Parts::HEAD),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let source = claim.admission.as_ref().and_then(|it| it.source.as_deref());
    if bill::kind(claim) != "14" && source.is_none_or(str::is_empty) {
        case.find("admission.source");
    }
}
