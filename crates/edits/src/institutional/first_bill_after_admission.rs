//! First bill of a stay: does it begin with the admission?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-24",
        name: "first-bill-after-admission",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:188",
        message: "the first bill of the stay begins on {from}, after the admission on \
                  {admitted}",
        help: "Begin the statement with the day of admission, or use frequency 3 or 4.",
        source: "Medicare Claims Processing Manual 25, 75",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let admitted = dates::day(&claim.dates, "435");
    let Some((admitted, (from, _))) = admitted.zip(dates::span(&claim.dates, "434")) else {
        return;
    };
    let first = matches!(bill::frequency(claim), "1" | "2");
    if bill::kind(claim) == "11" && first && admitted < from {
        case.find("dates").fact("from", from).fact("admitted", admitted);
    }
}
