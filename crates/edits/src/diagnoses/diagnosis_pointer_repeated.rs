//! Diagnosis pointers: does one stand twice on a line?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity, Text};

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DXC-01",
        name: "diagnosis-pointer-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:477",
        message: "the line points at diagnosis {pointer} twice",
        help: "Keep each pointer once, the most important first.",
        source: "837 guides: SV107, SV311",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let pointers = line.diagnosis_pointers.iter().map(|it| Some(it.as_str()));
    lists::repeated(pointers, |place, _| {
        let pointer = line.diagnosis_pointers.get(place).map_or("", Text::as_str);
        case.find(format_args!("diagnosisPointers[{place}]")).code("pointer", pointer, 2);
    });
}
