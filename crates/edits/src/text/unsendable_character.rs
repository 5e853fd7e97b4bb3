//! Texts: can each character be sent?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "TXT-03",
        name: "unsendable-character",
        severity: Severity::Error,
        snip: 1,
        acknowledgment: "IK4:6",
        message: "the text holds a character outside the set that can be sent",
        help: "Write letters without accents, digits and common signs.",
        source: "X12.6: extended character set",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::TEXTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::texts(claim, &mut |path, text, _| {
        if text.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) {
            case.find(path);
        }
    });
}
