//! Number of a line: is it short enough?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDN-06",
        name: "line-control-number-too-long",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:481",
        message: "the number of the line has {length} characters; at most 30 are kept",
        help: "Use at most 30 characters.",
        source: "837 guides: 2400 REF 6R",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_REFERENCES,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(number) = &line.control_number else { return };
    let length = number.reveal().chars().count();
    if length > MOST {
        case.find("controlNumber").fact("length", length);
    }
}

/// Characters that every receiver keeps.
const MOST: usize = 30;
