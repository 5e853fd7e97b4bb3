//! Principal diagnosis: is it a manifestation of another?

use superbill_codes::CodeFlags;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-14",
        name: "principal-diagnosis-manifestation",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:254",
        message: "{code} is what another disease does; that disease comes first",
        help: "Put the cause first and {code} after it.",
        source: "ICD-10-CM guidelines I.A.13; Medicare Code Editor, edit 6",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    table::of_principal(claim, case, |index, diagnosis, flags, case| {
        if flags.has(CodeFlags::MANIFESTATION) {
            case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
        }
    });
}
