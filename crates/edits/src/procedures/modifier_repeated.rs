//! Modifiers: does one stand twice on a line?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity, Text};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-080",
        name: "modifier-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "modifier {modifier} stands twice on the line",
        help: "Keep it once.",
        source: "837 guides: SV101-3 to -6",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let modifiers = service::modifiers(line);
    let texts = modifiers.iter().map(|it| Some(it.as_str()).filter(|it| !it.is_empty()));
    lists::repeated(texts, |place, _| {
        let modifier = modifiers.get(place).map_or("", Text::as_str);
        case.find(format_args!("procedure.modifiers[{place}]")).code("modifier", modifier, 2);
    });
}
