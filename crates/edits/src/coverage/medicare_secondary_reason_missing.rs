//! Medicare after another payer: is it told why?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CVG-02",
        name: "medicare-secondary-reason-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:460",
        message: "Medicare does not pay first here, but no reason is told",
        help: "Tell why Medicare is not primary: insurance type 12 to 47.",
        source: "42 CFR 411; 837 guides: SBR05",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim).filter(|(_, it)| place::is_medicare(it)) {
        let later = !matches!(coverage.sequence.as_str(), "" | "P" | "U");
        if later && coverage.insurance_type.as_deref().is_none_or(is_blank) {
            case.find(format_args!("{path}.insuranceType"));
        }
    }
}
