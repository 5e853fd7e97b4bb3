//! Codes of a bill: can each be one?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill_codes;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-09",
        name: "bill-code-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:460",
        message: "a code of a bill is two digits or capital letters",
        help: "Type the code again.",
        source: "NUBC data elements; 837I guide: HI BG, BH, BI, BE",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::BILL_CODES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    bill_codes::each(claim, &mut |path, system, code| {
        if !system.shapes(code) {
            case.find(path);
        }
    });
}
