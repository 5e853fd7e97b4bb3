//! Missing teeth: is none of them treated?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-13",
        name: "missing-tooth-treated",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:241",
        message: "tooth {tooth} is told as missing, but {code} treats it",
        help: "Correct the missing teeth or the line.",
        source: "837D guide: DN2, TOO",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::DENTAL.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref() else { return };
    if !teeth::is_in(line, &teeth::OF_A_TOOTH) {
        return;
    }
    for (index, it) in line.teeth.iter().enumerate() {
        let mut all = claim.tooth_status.iter();
        if all.any(|other| other.status == "M" && other.tooth == it.tooth) {
            let found = case.find(format_args!("teeth[{index}].tooth"));
            found.code("tooth", &it.tooth, 2).code("code", &procedure.code, 5);
        }
    }
}
