//! Surfaces: does each stand once, five at most?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-01",
        name: "tooth-surface-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:240",
        message: "the tooth has a surface twice, or more than five",
        help: "Keep each surface once.",
        source: "837D guide: TOO03",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, tooth) in line.teeth.iter().enumerate() {
        let mut repeated = false;
        lists::repeated(tooth.surfaces.iter().map(|it| Some(it.as_str())), |_, _| repeated = true);
        if repeated || tooth.surfaces.len() > 5 {
            case.find(format_args!("teeth[{index}].surfaces"));
        }
    }
}
