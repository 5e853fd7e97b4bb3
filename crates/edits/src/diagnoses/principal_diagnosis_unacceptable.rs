//! Principal diagnosis: can it be the reason for a stay?

use superbill_codes::CodeFlags;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-15",
        name: "principal-diagnosis-unacceptable",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:254",
        message: "{code} is not accepted as the principal diagnosis of a stay",
        help: "Choose the condition that led to the admission.",
        source: "Medicare Code Editor, edit 9: unacceptable principal diagnosis",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DIAGNOSES).and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !table::is_stay(claim) {
        return;
    }
    table::of_principal(claim, case, |index, diagnosis, flags, case| {
        let refused = flags.has(CodeFlags::UNACCEPTABLE_PRINCIPAL);
        // An external cause is another finding; one that may stand beside others too.
        let other =
            flags.has(CodeFlags::EXTERNAL_CAUSE) || flags.has(CodeFlags::REQUIRES_SECONDARY);
        if refused && !other {
            case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
        }
    });
}
