//! Numbers of lines: is each there once?

use superbill_model::Claim;
use superbill_types::{Phi, Rule, Severity, Text};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-075",
        name: "line-control-number-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:481",
        message: "line {line} has the same number",
        help: "Give each line of the claim a number of its own.",
        source: "837 guides: 2400 REF 6R",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINES.and(Parts::LINE_REFERENCES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let numbers = claim.lines.iter().map(|line| line.control_number.as_ref().map(number));
    lists::repeated(numbers, |index, first| {
        let path = format_args!("lines[{index}].controlNumber");
        case.find(path).fact("line", first + 1);
    });
}

fn number(number: &Phi<Text>) -> &str {
    number.reveal()
}
