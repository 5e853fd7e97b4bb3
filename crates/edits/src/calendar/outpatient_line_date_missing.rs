//! Outpatient bill over several days: does each line have its day?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-24",
        name: "outpatient-line-date-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:187",
        message: "an outpatient bill over several days needs the day of each line",
        help: "Enter the day of the service.",
        source: "837 institutional guide: 2400 DTP 472",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES).and(Parts::LINE_DATES).and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let outpatient = claim.facility_code.as_deref().is_some_and(|code| OUTPATIENT.contains(&code));
    let several = dates::span(&claim.dates, "434").is_some_and(|(from, to)| from < to);
    let total = line.revenue_code.as_deref() == Some("0001");
    if outpatient && several && !total && dates::date(&line.dates, "472").is_none() {
        case.find("dates");
    }
}

/// First two digits of the types of bill of outpatient care.
const OUTPATIENT: [&str; 13] =
    ["13", "14", "23", "34", "71", "72", "73", "74", "75", "76", "77", "83", "85"];
