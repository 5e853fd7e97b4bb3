//! Bundled line: does the line exist it was paid with?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-17",
        name: "bundled-line-unknown",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:672",
        message: "the line is said to be paid with line {line}, which the claim has not",
        help: "Enter the number of the line it was paid with.",
        source: "837 guides: SVD06",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINES.and(Parts::LINE_ADJUDICATIONS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (at, line) in claim.lines.iter().enumerate() {
        for (index, told) in line.adjudications.iter().enumerate() {
            let Some(number) = told.bundled_line.as_deref() else { continue };
            let known = number.parse().is_ok_and(|it: usize| (1..=claim.lines.len()).contains(&it));
            if !known {
                let path = format_args!("lines[{at}].adjudications[{index}].bundledLine");
                case.find(path).code("line", number, 4);
            }
        }
    }
}
