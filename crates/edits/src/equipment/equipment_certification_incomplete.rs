//! Equipment: is its certification whole?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "EQP-02",
        name: "equipment-certification-incomplete",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "the certification of the equipment has no {part}",
        help: "Enter whether it is initial (I), renewed (R) or revised (S), and for how many months.",
        source: "837P guide: 2400 CR3",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_DETAILS,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(certification) = &line.equipment_certification else { return };
    if !["I", "R", "S"].contains(&certification.kind.as_str()) {
        case.find("equipmentCertification.kind").fact("part", "kind");
    }
    if certification.months.is_none_or(|months| months <= Quantity::default()) {
        case.find("equipmentCertification.months").fact("part", "number of months");
    }
}
