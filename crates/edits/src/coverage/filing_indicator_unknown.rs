//! Kind of payer: is it one of the list?

use superbill_codes::CLAIM_FILING;
use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-030",
        name: "filing-indicator-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:7",
        message: "{code} is no kind of payer in the list",
        help: "Choose the kind of payer, such as CI commercial, MB Medicare part B, MC Medicaid, \
               BL Blue Cross.",
        source: "837 guides: SBR09",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::OTHER_COVERAGES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    for (path, coverage) in place::coverages(claim) {
        let code = coverage.filing_indicator.as_deref();
        // Self-pay is listed for remittances; no claim goes to nobody.
        let known = |code: &str| code != "09" && CLAIM_FILING.find(code).is_some();
        if let Some(code) = code.filter(|code| !known(code)) {
            case.find(format_args!("{path}.filingIndicator")).code("code", code, 2);
        }
    }
}
