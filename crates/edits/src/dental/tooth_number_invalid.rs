//! Tooth numbers: is there such a tooth?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-03",
        name: "tooth-number-invalid",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:244",
        message: "no tooth has this number",
        help: "Use 1 to 32, A to T for milk teeth; a tooth too many is 51 to 82 or AS to TS. \
               No leading zero, and not the international numbers.",
        source: "837D guide: TOO02; universal tooth numbering",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, it) in line.teeth.iter().enumerate() {
        if teeth::Tooth::read(&it.tooth).is_none() {
            case.find(format_args!("teeth[{index}].tooth"));
        }
    }
}
