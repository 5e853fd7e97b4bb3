//! Order of payers: is a place left out?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-026",
        name: "payer-order-gap",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:732",
        message: "a coverage is {sequence}, but none is {missing}",
        help: "Add the coverage between, or move the later ones up.",
        source: "837 guides: SBR01",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let has = |place: &str| place::coverages(claim).any(|(_, it)| it.sequence == place);
    // That none is primary is another finding.
    for pair in ORDER.windows(2).skip(1) {
        let [missing, sequence] = pair else { continue };
        if has(sequence) && !has(missing) {
            let found = case.find("coverage.sequence");
            found.fact("sequence", sequence).fact("missing", missing);
        }
    }
}

/// Primary, secondary, tertiary, and those after.
const ORDER: [&str; 11] = ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"];
