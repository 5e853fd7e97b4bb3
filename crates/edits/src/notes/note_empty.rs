//! Notes: does each say something?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NTE-01",
        name: "note-empty",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:294",
        message: "the note says nothing",
        help: "Write the note, or take it away.",
        source: "837 guides: NTE02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NOTES.and(Parts::LINES).and(Parts::LINE_DOCUMENTS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (index, note) in claim.notes.iter().enumerate() {
        if shape::is_blank(note.text.reveal()) {
            case.find(format_args!("notes[{index}].text"));
        }
    }
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, note) in line.notes.iter().enumerate() {
            if shape::is_blank(note.text.reveal()) {
                case.find(format_args!("lines[{at}].notes[{index}].text"));
            }
        }
    }
}
