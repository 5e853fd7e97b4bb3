//! Replaced prosthesis: is the day of the earlier one told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-08",
        name: "prior-placement-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:187",
        message: "the line replaces a prosthesis, but not when the earlier one was placed",
        help: "Enter the day of the earlier placement, or an estimate.",
        source: "837D guide: SV305, DTP 441, 139",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE.and(Parts::LINE_DATES),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let told = ["441", "139"].iter().any(|kind| dates::date(&line.dates, kind).is_some());
    if line.prosthesis.as_deref() == Some("R") && !told {
        case.find("dates");
    }
}
