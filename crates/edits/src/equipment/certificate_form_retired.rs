//! Certificates of medical necessity: does Medicare still take them?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "EQP-04",
        name: "certificate-form-retired",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A7:698",
        message: "Medicare takes no certificate form ({form}) for services since 2023",
        help: "Take the form away and keep what it said in the record.",
        source: "CMS final rule 2022, CMN and DIF ended 2023-01-01; MLN Matters SE22002",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::since(20_230_101),
    reads: Parts::COVERAGE.and(Parts::LINE_DOCUMENTS).and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    if !service::is_medicare_b(claim) {
        return;
    }
    for (index, form) in line.forms.iter().enumerate().filter(|(_, form)| form.list == "UT") {
        case.find(format_args!("forms[{index}]")).fact("form", &form.form);
    }
}
