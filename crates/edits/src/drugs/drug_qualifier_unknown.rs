//! Drug numbers: is their kind told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-093",
        name: "drug-qualifier-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:218",
        message: "{qualifier} is no kind of drug or device number",
        help: "Use N4 for a national drug code.",
        source: "837 guides: 2410 LIN02, with the 2012 errata",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_DRUG,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(drug) = &line.drug else { return };
    if !["EN", "EO", "HI", "N4", "ON", "UK", "UP"].contains(&drug.qualifier.as_str()) {
        case.find("drug.qualifier").code("qualifier", &drug.qualifier, 2);
    }
}
