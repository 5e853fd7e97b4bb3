//! Texts: does one hold a colon?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "TXT-02",
        name: "colon-in-text",
        severity: Severity::Error,
        snip: 1,
        acknowledgment: "IK4:6",
        message: "the text holds a colon, which separates parts of an element",
        help: "Remove the colon, or write a blank or hyphen.",
        source: "X12.6: data holds no separator",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::TEXTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::texts(claim, &mut |path, text, _| {
        if text.contains(':') {
            case.find(path);
        }
    });
}
