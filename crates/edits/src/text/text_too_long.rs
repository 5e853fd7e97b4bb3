//! Texts: can each be sent whole?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, walk};

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
    reads: Parts::BILLING
        .and(Parts::COVERAGE)
        .and(Parts::PATIENT)
        .and(Parts::OTHER_COVERAGES)
        .and(Parts::PROVIDERS)
        .and(Parts::ATTACHMENTS)
        .and(Parts::REFERENCES)
        .and(Parts::NOTES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_REFERENCES)
        .and(Parts::LINE_DOCUMENTS)
        .and(Parts::LINE_PROVIDERS),
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
