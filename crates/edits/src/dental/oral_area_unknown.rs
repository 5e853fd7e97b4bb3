//! Areas of the mouth: is there such an area?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-02",
        name: "oral-area-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:245",
        message: "no area of the mouth has this code",
        help: "Use 10, 20, 30, 40 for quadrants, 01 and 02 for the jaws, 00 for all, 03 to 08 \
               for sextants.",
        source: "837D guide: SV304; ISO 3950",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, area) in line.oral_cavity.iter().enumerate() {
        if !AREAS.contains(&area.as_str()) {
            case.find(format_args!("oralCavity[{index}]"));
        }
    }
}

/// The whole mouth, jaws, sextants, other areas, quadrants, sides.
const AREAS: [&str; 16] =
    ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20", "30", "40", "L", "R"];
