//! Spinal manipulation for Medicare: is it marked as active treatment?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::chiropractic;

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-07",
        name: "chiropractic-active-treatment-unmarked",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:453",
        message: "without modifier AT Medicare takes {code} for maintenance and does not pay",
        help: "Add AT where the patient is expected to improve; else GA, GY or GZ, and tell the patient beforehand.",
        source: "Medicare Benefit Policy Manual 15, 240.1.3",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    if service::is_medicare_b(claim)
        && chiropractic::CODES.contains(&code)
        && !service::has_modifier(line, &["AT", "GA", "GY", "GZ"])
    {
        case.find("procedure.modifiers").fact("code", code);
    }
}
