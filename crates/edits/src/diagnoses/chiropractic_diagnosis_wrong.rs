//! Spinal manipulation for Medicare: is the first diagnosis a subluxation?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::chiropractic;
use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-08",
        name: "chiropractic-diagnosis-wrong",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:254",
        message: "Medicare covers spinal manipulation for a subluxation (M9900 to M9905) as first diagnosis, not {code}",
        help: "Put the subluxation first (M9900 to M9905), the other condition after it.",
        source: "Medicare Benefit Policy Manual 15, 240.1.2",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::COVERAGE).and(Parts::LINES).and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((index, diagnosis)) = listed::principal(claim) else { return };
    if chiropractic::is_for_medicare(claim)
        && !("M9900"..="M9905").contains(&diagnosis.code.as_str())
    {
        case.find(format_args!("diagnoses[{index}].code")).fact("code", &diagnosis.code);
    }
}
