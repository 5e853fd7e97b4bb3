//! Diagnoses of a stay: is the side told?

use superbill_codes::CodeFlags;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;
use super::table;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-16",
        name: "diagnosis-side-unspecified",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:255",
        message: "{code} leaves open which side, where codes for right and left exist",
        help: "Code the side. Where the record cannot tell, say so in a billing note.",
        source: "Medicare Code Editor, edit 20: unspecified code, since 2022-04-01",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::since(20_220_401),
    reads: Parts::HEAD.and(Parts::DIAGNOSES).and(Parts::SERVICE_DAYS).and(Parts::LINES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !table::is_stay(claim) {
        return;
    }
    table::flags(claim, case, |index, diagnosis, flags, _, case| {
        if flags.has(CodeFlags::UNSPECIFIED) && listed::is_pointed_at(diagnosis) {
            case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
        }
    });
}
