//! Texts: does one hold a character that separates?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "TXT-01",
        name: "reserved-character",
        severity: Severity::Error,
        snip: 1,
        acknowledgment: "IK4:6",
        message: "the text holds {character}, which separates parts of the file",
        help: "Remove the character, or write it in another way.",
        source: "X12.6: data holds no separator",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::TEXTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::texts(claim, &mut |path, text, _| {
        let found = text.bytes().find(|byte| matches!(byte, b'*' | b'>' | b'^' | b'`' | b'~'));
        if let Some(byte) = found {
            case.find(path).fact("character", char::from(byte));
        }
    });
}
