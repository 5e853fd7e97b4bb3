//! Filling: are the surfaces told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DNT-04",
        name: "tooth-surface-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:240",
        message: "{code} is a filling, but its surfaces are not told",
        help: "Enter the surfaces of the tooth.",
        source: "837D guide: TOO03",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref() else { return };
    if !teeth::is_in(line, &teeth::FILLINGS) {
        return;
    }
    for (index, tooth) in line.teeth.iter().enumerate() {
        if tooth.surfaces.is_empty() {
            let found = case.find(format_args!("teeth[{index}].surfaces"));
            found.code("code", &procedure.code, 5);
        }
    }
}
