//! Units paid by an earlier payer: are there any?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "COB-11",
        name: "paid-units-not-positive",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:476",
        message: "{units} units are said to be paid",
        help: "Enter the units the payer counted, more than zero.",
        source: "837 guides: SVD05",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_ADJUDICATIONS,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, told) in line.adjudications.iter().enumerate() {
        let wrong = told.paid_units.filter(|units| units.is_zero() || units.is_negative());
        if let Some(units) = wrong {
            case.find(format_args!("adjudications[{index}].paidUnits")).fact("units", units);
        }
    }
}
