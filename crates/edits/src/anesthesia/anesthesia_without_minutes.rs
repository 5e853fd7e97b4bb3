//! Anesthesia: is its time told in minutes?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-084",
        name: "anesthesia-without-minutes",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{code} with {modifier} is billed in minutes",
        help: "Enter the minutes, and MJ as their unit.",
        source: "RFI 1571 and 1110; 837P guide: SV103; Claims Processing Manual 12, 50",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if !service::is_in(code, &service::ANESTHESIA)
        || matches!(code, "01953" | "01996")
        || line.unit.as_deref() == Some("MJ")
    {
        return;
    }
    let timed = ["AA", "AD", "G8", "G9", "QK", "QS", "QX", "QY", "QZ"];
    let modifier = service::modifiers(line).iter().find(|it| timed.contains(&it.as_str()));
    if let Some(modifier) = modifier {
        case.find("unit").fact("code", code).fact("modifier", modifier);
    }
}
