//! Teeth of a line: does each stand once?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-14",
        name: "tooth-repeated",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:244",
        message: "tooth {tooth} stands twice on the line",
        help: "Keep the tooth once, with all its surfaces.",
        source: "837D guide: TOO",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let all = &line.teeth;
    lists::repeated(all.iter().map(|it| Some(it.tooth.as_str())), |index, _| {
        let Some(it) = all.get(index) else { return };
        case.find(format_args!("teeth[{index}].tooth")).code("tooth", &it.tooth, 2);
    });
}
