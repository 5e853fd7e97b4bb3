//! Line: is there one authorization and one referral at most?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-03",
        name: "line-authorization-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:252",
        message: "the line has a second number of the kind {kind} for the payer",
        help: "Keep the one that covers this service.",
        source: "837 guides: 2400 REF G1, 9F",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::LINE_REFERENCES,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for kind in ["G1", "9F"] {
        let all = line.references.iter().enumerate();
        let ours = all.filter(|(_, it)| it.qualifier == kind && it.payer.is_none());
        for (index, _) in ours.skip(1) {
            case.find(format_args!("references[{index}]")).fact("kind", kind);
        }
    }
}
