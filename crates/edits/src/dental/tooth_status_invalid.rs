//! Missing teeth: can each be, and does it stand once?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-12",
        name: "tooth-status-invalid",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:241",
        message: "a missing tooth is none, stands twice, or is neither missing nor to be \
                  extracted",
        help: "Correct the tooth; its status is M missing or E to be extracted.",
        source: "837D guide: DN2",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::DENTAL,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let all = &claim.tooth_status;
    for (index, it) in all.iter().enumerate() {
        if teeth::Tooth::read(&it.tooth).is_none() {
            case.find(format_args!("toothStatus[{index}].tooth"));
        }
        if !matches!(it.status.as_str(), "M" | "E") {
            case.find(format_args!("toothStatus[{index}].status"));
        }
    }
    lists::repeated(all.iter().map(|it| Some(it.tooth.as_str())), |index, _| {
        case.find(format_args!("toothStatus[{index}].tooth"));
    });
}
