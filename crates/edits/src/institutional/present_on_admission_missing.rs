//! Diagnoses of a stay: were they there at admission?

use superbill_model::Claim;
use superbill_types::{Rule, Severity, Text};

use super::bill;
use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "INS-12",
        name: "present-on-admission-missing",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A6:688",
        message: "it is not told whether {code} was present at admission",
        help: "Enter Y, N, U or W; leave it out only for codes that are exempt.",
        source: "837I guide: HI; CMS hospital-acquired conditions, present on admission",
    },
    kinds: Kinds::INSTITUTIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DIAGNOSES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if bill::kind(claim) != "11" {
        return;
    }
    for (index, it) in claim.diagnoses.iter().enumerate() {
        let asked = matches!(it.qualifier.as_str(), "ABK" | "ABF") && !is_exempt(&it.code);
        if asked && it.present_on_admission.as_ref().is_none_or(Text::is_empty) {
            let found = case.find(format_args!("diagnoses[{index}].presentOnAdmission"));
            found.code("code", &it.code, 7);
        }
    }
}

/// Whether a code may be of those that CMS exempts: factors, external causes, malformations, late effects, and
/// encounters after the first. Wider than CMS's list, so that no exempt code is asked for.
fn is_exempt(code: &str) -> bool {
    let later = code.as_bytes().get(6).is_some_and(|byte| !b"ABC".contains(byte));
    let rest = ["B9", "E64", "I252", "I69", "O09", "O66", "O80", "O94", "P00", "R29"];
    later
        || code.starts_with(['Q', 'V', 'W', 'X', 'Y', 'Z'])
        || rest.iter().any(|it| code.starts_with(it))
}
