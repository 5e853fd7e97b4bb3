//! Document: is it told how it gets to the payer?

use superbill_model::{Attachment, Claim};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "ATT-03",
        name: "attachment-way-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:7",
        message: "it is not told in a known way how the document gets to the payer",
        help: "Choose AA on request, BM mail, EL electronic, EM e-mail, FT file transfer or FX fax.",
        source: "837 guides: PWK02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::ATTACHMENTS.and(Parts::LINES).and(Parts::LINE_DOCUMENTS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, it) in claim.attachments.iter().enumerate() {
        if is_wrong(it) {
            case.find(format_args!("attachments[{index}].transmission"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, it) in line.attachments.iter().enumerate() {
            if is_wrong(it) {
                case.find(format_args!("lines[{at}].attachments[{index}].transmission"));
            }
        }
    }
}

fn is_wrong(it: &Attachment) -> bool {
    // The certificate of equipment (CT) has ways of its own.
    let way = it.transmission.as_deref().unwrap_or_default();
    it.kind != "CT" && !matches!(way, "AA" | "BM" | "EL" | "EM" | "FT" | "FX")
}
