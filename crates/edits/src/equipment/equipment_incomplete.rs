//! Equipment: are days, prices and rental unit told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Quantity, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "EQP-01",
        name: "equipment-incomplete",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "the equipment of the line has no {part}",
        help: "Enter the code, the days it is needed, the rental and the purchase price, and whether the rent is weekly, monthly or daily.",
        source: "837P guide: 2400 SV5",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_DETAILS,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(equipment) = &line.equipment else { return };
    let unit = equipment.frequency.as_deref();
    for (missing, path, part) in [
        (equipment.procedure.is_none(), "equipment.procedure", "procedure code"),
        (
            equipment.days.is_none_or(|days| days <= Quantity::default()),
            "equipment.days",
            "number of days",
        ),
        (equipment.rental_price.is_none(), "equipment.rentalPrice", "rental price"),
        (equipment.purchase_price.is_none(), "equipment.purchasePrice", "purchase price"),
        (!matches!(unit, Some("1" | "4" | "6")), "equipment.frequency", "rental unit"),
    ] {
        if missing {
            case.find(path).fact("part", part);
        }
    }
}
