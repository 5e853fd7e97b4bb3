//! Filling: does the code fit the number of surfaces?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-05",
        name: "surfaces-against-procedure",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:240",
        message: "{code} does not fit {count} surfaces",
        help: "Choose the code for that number of surfaces, or correct the surfaces.",
        source: "837D guide: SV301, TOO03",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let expected = match teeth::number(line) {
        Some(2140 | 2330 | 2391) => 1..=1,
        Some(2150 | 2331 | 2392) => 2..=2,
        Some(2160 | 2332 | 2393) => 3..=3,
        Some(2161 | 2394) => 4..=5,
        _ => return,
    };
    let Some(procedure) = line.procedure.as_ref() else { return };
    for (index, tooth) in line.teeth.iter().enumerate() {
        let count = tooth.surfaces.len();
        if count > 0 && !expected.contains(&count) {
            let found = case.find(format_args!("teeth[{index}].surfaces"));
            found.code("code", &procedure.code, 5).fact("count", count);
        }
    }
}
