//! Outpatient bill: does it use the code set of outpatients?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "BIL-07",
        name: "inpatient-procedure-of-outpatient",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:465",
        message: "an outpatient bill tells a procedure in ICD-10-PCS, which is for inpatients",
        help: "Take it away; the lines tell what was done in HCPCS.",
        source: "45 CFR 162.1002; 837I guide: HI BBR",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::PROCEDURES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let told = claim.procedures.iter().position(|it| bill::is_procedure(&it.qualifier));
    if let Some(index) = told.filter(|_| bill::is_outpatient(claim)) {
        case.find(format_args!("procedures[{index}]"));
    }
}
