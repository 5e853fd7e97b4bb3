//! Early screening: is its result told?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-098",
        name: "early-screening-result-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "a service of early screening (EPSDT) needs the referral that came of it",
        help: "Tell whether a referral was given: not used (NU), available but refused (AV), under treatment (S2) or new services asked for (ST).",
        source: "837P guide: 2300 CRC ZZ, required where SV111 is Y",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::CERTIFICATIONS
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_DETAILS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let screened = claim.lines.iter().any(|line| line.early_screening.as_deref() == Some("Y"));
    let of_lines = claim.lines.iter().flat_map(|line| &line.certifications);
    let told = claim.certifications.iter().chain(of_lines).any(|it| it.category == "ZZ");
    if screened && !told {
        case.find("certifications");
    }
}
