//! Versions of diagnosis codes: are ICD-9 and ICD-10 mixed?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-055",
        name: "diagnosis-versions-mixed",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:255",
        message: "diagnosis qualifier {qualifier} is of another version of the codes than the first",
        help: "Code all diagnoses and procedures of a claim in ICD-10; for services before October 2015, in ICD-9.",
        source: "837 guides: HI; 45 CFR 162.1002",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES.and(Parts::PROCEDURES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let diagnoses = claim.diagnoses.iter().map(|it| it.qualifier.as_str()).enumerate();
    let procedures = claim.procedures.iter().map(|it| it.qualifier.as_str()).enumerate();
    let all = diagnoses.map(|(at, it)| ("diagnoses", at, it));
    let all = all.chain(procedures.map(|(at, it)| ("procedures", at, it)));
    let version =
        |it: &str| listed::is_icd10(it).then_some(10).or(listed::is_icd9(it).then_some(9));
    let mut of_claim = None;
    for (list, at, qualifier) in all {
        let Some(found) = version(qualifier) else { continue };
        if *of_claim.get_or_insert(found) != found {
            case.find(format_args!("{list}[{at}].qualifier")).fact("qualifier", qualifier);
        }
    }
}
