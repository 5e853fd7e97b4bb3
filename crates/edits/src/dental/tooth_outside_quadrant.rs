//! Tooth and quadrant: do they agree?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-07",
        name: "tooth-outside-quadrant",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:242",
        message: "tooth {tooth} does not stand in the quadrant told",
        help: "Correct the tooth or the quadrant: 10 upper right, 20 upper left, 30 lower \
               left, 40 lower right.",
        source: "837D guide: SV304, TOO02",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let areas = &line.oral_cavity;
    let quadrants = areas.iter().all(|area| matches!(area.as_str(), "10" | "20" | "30" | "40"));
    if areas.is_empty() || !quadrants {
        return;
    }
    for (index, it) in line.teeth.iter().enumerate() {
        let Some(tooth) = teeth::Tooth::read(&it.tooth) else { continue };
        if !areas.iter().any(|area| area == tooth.quadrant()) {
            case.find(format_args!("teeth[{index}].tooth")).code("tooth", &it.tooth, 2);
        }
    }
}
