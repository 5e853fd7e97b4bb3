//! Document sent apart: is its number told?

use superbill_model::{Attachment, Claim};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "ATT-01",
        name: "attachment-number-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:294",
        message: "a document is sent apart from the claim, but its control number is missing",
        help: "Enter the number that is written on the document.",
        source: "837 guides: PWK06",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::ATTACHMENTS.and(Parts::LINES).and(Parts::LINE_DOCUMENTS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.attachments.iter().enumerate() {
        if is_wrong(it) {
            case.find(format_args!("attachments[{index}].controlNumber"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, it) in line.attachments.iter().enumerate() {
            if is_wrong(it) {
                case.find(format_args!("lines[{at}].attachments[{index}].controlNumber"));
            }
        }
    }
}

fn is_wrong(it: &Attachment) -> bool {
    let way = it.transmission.as_deref().unwrap_or_default();
    let numbered = it.control_number.as_ref().is_some_and(|it| !shape::is_blank(it.reveal()));
    !numbered && matches!(way, "BM" | "EL" | "EM" | "FX" | "FT")
}
