//! Drugs for Medicaid: is the national drug code told?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DRG-03",
        name: "drug-code-missing",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:218",
        message: "Medicaid wants the national drug code of {code}",
        help: "Enter the eleven digits from the package that was used, with quantity and unit.",
        source: "42 USC 1396r-8(a)(7); 42 CFR 447.520",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::LINE_SERVICE).and(Parts::LINE_DRUG),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let medicaid = claim.coverage.filing_indicator.as_deref() == Some("MC");
    if medicaid && line.drug.is_none() && shape::follows(code, "J9999") {
        case.find("drug.code").fact("code", code);
    }
}
