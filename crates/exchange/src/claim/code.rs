//! Codes of a claim (HI): which diagnoses, procedures, occurrences and values does it name?
//!
//! One segment holds codes of one family, as many as the guide allows; families stand in the guide's order.

use std::borrow::Cow;

use superbill_model::{
    Claim, ClaimKind, ClaimProcedure, ClaimValue, Diagnosis, Occurrence, OccurrenceSpan,
};
use superbill_types::{DateValue, Text};
use superbill_x12::Segment;

use super::date;
use super::element::text;
use crate::remittance::write::money;

/// One code composite (C022) in its parts.
pub(super) type Code<'c> = [Cow<'c, str>; 9];

/// Reads HI into the claim. False, and nothing read, unless every code has a place.
pub(super) fn read(claim: &mut Claim, segment: &Segment<'_>) -> bool {
    let separators = segment.delimiters();
    let known = |number| {
        let mut parts: [&[u8]; 9] = [&[]; 9];
        let mut count = 0;
        for part in segment.components(number) {
            *parts.get_mut(count)? = part;
            count += 1;
        }
        let repeated = |byte: &u8| Some(*byte) == separators.repetition;
        let structured = segment.element(number).iter().any(repeated);
        (!structured).then(|| Item::read(parts.get(..count)?)).flatten()
    };
    let told = (1..=segment.len()).filter(|&number| !segment.element(number).is_empty());
    let Some(items) = told.map(known).collect::<Option<Vec<Item>>>() else {
        return false;
    };
    let twice = items.iter().filter(|item| matches!(item, Item::Group(_))).count()
        + usize::from(claim.diagnosis_related_group.is_some());
    if items.is_empty() || twice > 1 {
        return false;
    }
    for item in items {
        match item {
            Item::Diagnosis(one) => claim.diagnoses.push(one),
            Item::Group(code) => claim.diagnosis_related_group = Some(code),
            Item::Procedure(one) => claim.procedures.push(one),
            Item::Span(one) => claim.occurrence_spans.push(one),
            Item::Occurrence(one) => claim.occurrences.push(one),
            Item::Value(one) => claim.values.push(one),
            Item::Condition(code) => claim.conditions.push(code),
            Item::Treatment(code) => claim.treatments.push(code),
        }
    }
    true
}

enum Item {
    Diagnosis(Diagnosis),
    Group(Text),
    Procedure(ClaimProcedure),
    Span(OccurrenceSpan),
    Occurrence(Occurrence),
    Value(ClaimValue),
    Condition(Text),
    Treatment(Text),
}

impl Item {
    fn read(parts: &[&[u8]]) -> Option<Self> {
        let part = |n: usize| parts.get(n - 1).copied().unwrap_or(&[]);
        let only =
            |known: &[usize]| (3..=parts.len()).all(|n| part(n).is_empty() || known.contains(&n));
        let (qualifier, code) = (text(part(1)), text(part(2)));
        let dates = |known: bool| known.then(|| date::of_composite(part(3), part(4))).flatten();
        match qualifier.as_str() {
            "DR" if only(&[]) => Some(Self::Group(code)),
            "BG" if only(&[]) => Some(Self::Condition(code)),
            "TC" if only(&[]) => Some(Self::Treatment(code)),
            "BE" if only(&[5]) => {
                let amount = (!part(5).is_empty()).then(|| text(part(5)).parse().ok());
                Some(Self::Value(ClaimValue {
                    code,
                    amount: amount.map_or(Some(None), |a| a.map(Some))?,
                }))
            }
            "BI" => {
                let (from, to) = dates(only(&[3, 4]))?;
                to.is_some().then_some(Self::Span(OccurrenceSpan { code, from, to }))
            }
            "BH" => {
                let (date, to) = dates(only(&[3, 4]))?;
                to.is_none().then_some(Self::Occurrence(Occurrence { code, date }))
            }
            _ if is_procedure(&qualifier) => {
                let (date, to) = dates(only(&[3, 4]))?;
                to.is_none().then_some(Self::Procedure(ClaimProcedure { qualifier, code, date }))
            }
            _ if is_diagnosis(&qualifier) && only(&[9]) => {
                let told = text(part(9));
                let present_on_admission = (!told.is_empty()).then_some(told);
                Some(Self::Diagnosis(Diagnosis { qualifier, code, present_on_admission }))
            }
            _ => None,
        }
    }
}

fn is_procedure(qualifier: &str) -> bool {
    matches!(qualifier, "BBR" | "BR" | "CAH" | "BBQ" | "BQ" | "BP" | "BO")
}

fn is_diagnosis(qualifier: &str) -> bool {
    FAMILIES.iter().take(5).any(|(family, _)| family.contains(&qualifier)) || qualifier == "TQ"
}

/// Diagnoses by the part they play, with how many one segment of an institutional claim holds.
const FAMILIES: [(&[&str], usize); 5] = [
    (&["ABK", "BK"], 1),
    (&["ABJ", "BJ"], 1),
    (&["APR", "PR"], 3),
    (&["ABN", "BN"], 12),
    (&["ABF", "BF"], 12),
];

/// Place of a diagnosis's family in the guide's order. Other than in institutional claims, principal and
/// further ones are one list, to which lines point by place.
pub(super) fn diagnosis_family(kind: ClaimKind, qualifier: &str) -> usize {
    let family = FAMILIES.iter().position(|(family, _)| family.contains(&qualifier)).unwrap_or(4);
    if family == 0 && kind != ClaimKind::Institutional { 4 } else { family }
}

/// Place of a procedure's family in the guide's order.
pub(super) fn procedure_family(qualifier: &str) -> usize {
    match qualifier {
        "BBR" | "BR" | "CAH" => 0,
        "BBQ" | "BQ" => 1,
        _ => 2,
    }
}

/// One segment's codes, with the name of the list and the place in it that each comes from.
pub(super) type Codes<'c> = Vec<(Code<'c>, &'static str, usize)>;

/// The codes of a claim, segment by segment: those of one family in a row share one.
pub(super) fn segments(claim: &Claim) -> Vec<Codes<'_>> {
    let mut out = Vec::new();
    let family = |one: &Diagnosis| diagnosis_family(claim.kind, &one.qualifier);
    let mut at = 0;
    for row in claim.diagnoses.chunk_by(|a, b| family(a) == family(b)) {
        let codes = (at..).zip(row).map(diagnosis).collect();
        push(&mut out, codes, row.first().map_or(1, |one| FAMILIES[family(one)].1));
        at += row.len();
    }
    if let Some(group) = &claim.diagnosis_related_group {
        out.push(vec![(plain("DR", group), "diagnosis_related_group", 0)]);
    }
    let family = |one: &ClaimProcedure| procedure_family(&one.qualifier);
    let mut at = 0;
    for row in claim.procedures.chunk_by(|a, b| family(a) == family(b)) {
        let codes = (at..).zip(row).map(|(at, one)| {
            (dated(&one.qualifier, &one.code, one.date.as_ref(), None), "procedures", at)
        });
        let codes = codes.collect();
        push(&mut out, codes, row.first().map_or(1, |one| [1, 12, 2][family(one)]));
        at += row.len();
    }
    lists(claim, &mut out);
    out
}

/// Occurrences, values, conditions and treatments.
fn lists<'c>(claim: &'c Claim, out: &mut Vec<Codes<'c>>) {
    let spans = claim.occurrence_spans.iter().enumerate();
    let spans = spans.map(|(at, one)| {
        (dated("BI", &one.code, one.from.as_ref(), one.to.as_ref()), "occurrence_spans", at)
    });
    push(out, spans.collect(), 12);
    let occurrences = claim.occurrences.iter().enumerate();
    let occurrences = occurrences
        .map(|(at, one)| (dated("BH", &one.code, one.date.as_ref(), None), "occurrences", at));
    push(out, occurrences.collect(), 12);
    let values = claim.values.iter().enumerate().map(|(at, one)| {
        let mut code = plain("BE", &one.code);
        code[4] = Cow::Owned(money(one.amount).into());
        (code, "values", at)
    });
    push(out, values.collect(), 12);
    let conditions = claim.conditions.iter().enumerate();
    push(out, conditions.map(|(at, one)| (plain("BG", one), "conditions", at)).collect(), 12);
    let treatments = claim.treatments.iter().enumerate();
    push(out, treatments.map(|(at, one)| (plain("TC", one), "treatments", at)).collect(), 12);
}

fn push<'c>(out: &mut Vec<Codes<'c>>, mut codes: Codes<'c>, most: usize) {
    while codes.len() > most {
        let rest = codes.split_off(most);
        out.push(core::mem::replace(&mut codes, rest));
    }
    if !codes.is_empty() {
        out.push(codes);
    }
}

fn diagnosis((at, one): (usize, &Diagnosis)) -> (Code<'_>, &'static str, usize) {
    let mut code = plain(&one.qualifier, &one.code);
    code[8] = Cow::Borrowed(one.present_on_admission.as_deref().unwrap_or(""));
    (code, "diagnoses", at)
}

fn plain<'c>(qualifier: &'c str, value: &'c str) -> Code<'c> {
    let mut code = Code::default();
    (code[0], code[1]) = (Cow::Borrowed(qualifier), Cow::Borrowed(value));
    code
}

fn dated<'c>(
    qualifier: &'c str,
    value: &'c str,
    from: Option<&DateValue>,
    to: Option<&DateValue>,
) -> Code<'c> {
    let mut code = plain(qualifier, value);
    let (format, value) = date::in_composite(from, to);
    (code[2], code[3]) = (Cow::Borrowed(format), Cow::Owned(value.into()));
    code
}
