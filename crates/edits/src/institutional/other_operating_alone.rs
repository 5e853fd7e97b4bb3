//! Another surgeon: is the first one named?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-22",
        name: "other-operating-alone",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:562",
        message: "another operating physician is named, but not the one who operated",
        help: "Name the operating physician; the other one comes beside.",
        source: "837I guide: 2310C, 2420B",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::PROVIDERS.and(Parts::LINES).and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let first = claim.providers.operating.is_some();
    if claim.providers.other_operating.is_some() && !first {
        case.find("providers.operating");
    }
    for (index, line) in claim.lines.iter().enumerate() {
        let alone = line.providers.other_operating.is_some() && line.providers.operating.is_none();
        if alone && !first {
            case.find(format_args!("lines[{index}].providers.operating"));
        }
    }
}
