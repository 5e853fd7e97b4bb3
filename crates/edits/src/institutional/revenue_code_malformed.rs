//! Revenue code: can it be one?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-19",
        name: "revenue-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:455",
        message: "a revenue code is four digits, the first from 0 to 3",
        help: "Type the code again, with the leading zero.",
        source: "837I guide: SV201; NUBC revenue codes",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = bill::revenue(line);
    let right = shape::is_digits(code, 4) && code.starts_with(['0', '1', '2', '3']);
    if !code.is_empty() && !right {
        case.find("revenueCode");
    }
}
