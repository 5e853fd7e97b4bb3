//! Revenue code: does the line have one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-15",
        name: "revenue-code-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:455",
        message: "the line has no revenue code",
        help: "Enter the revenue code of the department or service.",
        source: "837I guide: SV201",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    if bill::revenue(line).is_empty() {
        case.find("revenueCode");
    }
}
