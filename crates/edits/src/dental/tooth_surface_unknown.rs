//! Surfaces: is each one of a tooth?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-04",
        name: "tooth-surface-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:240",
        message: "a surface is one of M, O, I, D, B, F and L",
        help: "Correct the letter: mesial, occlusal, incisal, distal, buccal, facial, lingual.",
        source: "837D guide: TOO03",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, tooth) in line.teeth.iter().enumerate() {
        for (place, surface) in tooth.surfaces.iter().enumerate() {
            if !matches!(surface.as_str(), "M" | "O" | "I" | "D" | "B" | "F" | "L") {
                case.find(format_args!("teeth[{index}].surfaces[{place}]"));
            }
        }
    }
}
