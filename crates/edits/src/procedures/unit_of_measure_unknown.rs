//! Units: is it told what is counted?

use superbill_model::{Claim, ClaimKind, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-083",
        name: "unit-of-measure-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:476",
        message: "the line counts in {unit}, which this kind of claim does not know",
        help: "Count units (UN); minutes (MJ) on professional claims, days (DA) on institutional ones.",
        source: "837 guides: SV103, SV204",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let unit = line.unit.as_deref().unwrap_or_default();
    let known = match claim.kind {
        ClaimKind::Institutional => ["DA", "UN"],
        _ => ["MJ", "UN"],
    };
    if line.units.is_some() && !known.contains(&unit) {
        let found = case.find("unit");
        if unit.is_empty() {
            found.fact("unit", "nothing")
        } else {
            found.code("unit", unit, 2)
        };
    }
}
