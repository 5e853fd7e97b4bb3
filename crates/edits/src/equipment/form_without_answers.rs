//! Forms: are their questions answered?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "EQP-05",
        name: "form-without-answers",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "form {form} has no answers",
        help: "Answer the questions of the form, or take it away.",
        source: "837P guide: 2440 LQ and FRM",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_DOCUMENTS,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    for (index, form) in line.forms.iter().enumerate().filter(|(_, form)| form.answers.is_empty()) {
        case.find(format_args!("forms[{index}].answers")).fact("form", &form.form);
    }
}
