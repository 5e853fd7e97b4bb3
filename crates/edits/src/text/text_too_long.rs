//! Texts: can each be sent whole?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, walk};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-103",
        name: "text-too-long",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "IK4:5",
        message: "the text has {length} characters; {most} can be sent",
        help: "Shorten the text.",
        source: "837 guides: lengths of elements",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: walk::TEXTS,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    walk::texts(claim, &mut |path, text, most| {
        if text.len() > most {
            let length = text.chars().count();
            if length > most {
                case.find(path).fact("length", length).fact("most", most);
            }
        }
    });
}
