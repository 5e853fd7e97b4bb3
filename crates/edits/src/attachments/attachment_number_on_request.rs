//! Document at hand: is it free of a number?

use superbill_model::{Attachment, Claim};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "ATT-02",
        name: "attachment-number-on-request",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:294",
        message: "a document that is sent only on request has a control number",
        help: "Take the number away, or tell how the document was sent.",
        source: "837 guides: PWK02, PWK06",
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
    numbered && way == "AA"
}
