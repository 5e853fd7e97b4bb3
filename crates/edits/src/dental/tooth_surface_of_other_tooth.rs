//! Surfaces: does this tooth have them?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-02",
        name: "tooth-surface-of-other-tooth",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:242",
        message: "tooth {tooth} has no surface {surface}",
        help: "Front teeth have an edge (I), back teeth a chewing surface (O).",
        source: "837D guide: TOO03; dental anatomy",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, it) in line.teeth.iter().enumerate() {
        let Some(tooth) = teeth::Tooth::read(&it.tooth) else { continue };
        let other = if tooth.is_front() { "O" } else { "I" };
        if let Some(place) = it.surfaces.iter().position(|surface| surface == other) {
            let found = case.find(format_args!("teeth[{index}].surfaces[{place}]"));
            found.code("tooth", &it.tooth, 2).fact("surface", other);
        }
    }
}
