//! Statuses: which category and status code answers a finding?
//!
//! A rule that is answered in a claim acknowledgment says how itself: `277CA:A7:562`, with the entity behind
//! it where it is always the same. What the guide's table finds is answered by where it was found
//! (`status.tsv`), in a category by its kind: missing (A6), not fitting together (A8), else not valid (A7).

use superbill_model::StatusReason;
use superbill_types::Finding;

use super::{is_of_party, status_reason};

/// The answer to a finding. `qualifier` is that of its segment; `entity` the party it stands under, or one its
/// path names.
pub(super) fn answer(finding: &Finding, qualifier: &str, entity: &str) -> StatusReason {
    let code = finding.rule.acknowledgment;
    let told = code.strip_prefix("277CA:");
    let mut told = told.into_iter().flat_map(|told| told.split(':'));
    if let (Some(category), Some(status)) = (told.next(), told.next()) {
        let of_rule = told.next().unwrap_or("");
        let entity = if of_rule.is_empty() { entity } else { of_rule };
        return reason(category, status, entity);
    }
    let category = match code {
        "IK3:3" | "IK3:I6" | "IK3:I7" | "IK4:1" | "IK4:2" | "IK4:I9" => "A6",
        "IK3:I9" | "IK4:10" | "IK4:I10" | "IK4:I13" => "A8",
        _ => "A7",
    };
    let at = &finding.location;
    let status = match finding.rule.snip {
        3 => "400",
        _ if at.segment.is_empty() => of_path(&at.path),
        _ => of_place(&at.segment, qualifier, at.element, at.component),
    };
    reason(category, status, entity)
}

/// The entity that a path into the model names; empty where it names none.
pub(super) fn entity_of(path: &str) -> &'static str {
    let parties = [
        ("billingProvider", "85"),
        ("payTo", "87"),
        ("rendering", "82"),
        ("referring", "DN"),
        ("attending", "71"),
        ("assistantSurgeon", "DD"),
        ("otherOperating", "ZZ"),
        ("operating", "72"),
        ("serviceFacility", "77"),
        ("supervising", "DQ"),
        ("ordering", "DK"),
        ("purchasedService", "QB"),
        ("payer", "PR"),
        ("subscriber", "IL"),
        ("patient.", "QC"),
        ("submitter", "41"),
        ("receiver", "40"),
    ];
    let found = parties.into_iter().filter_map(|(word, code)| Some((path.rfind(word)?, code)));
    found.max_by_key(|(at, _)| *at).map_or("", |(_, code)| code)
}

fn reason(category: &str, status: &str, entity: &str) -> StatusReason {
    let told = is_of_party(status) && ENTITIES.contains(&entity);
    status_reason(category, status, if told { entity } else { "" })
}

fn of_place(segment: &str, qualifier: &str, element: u16, component: u16) -> &'static str {
    let part = format!("{element:02}-{component}");
    let whole = part.split('-').next().unwrap_or("");
    let fits = |row: &&str| {
        let mut cells = row.split('\t');
        cells.next() == Some(segment)
            && cells.next().is_some_and(|cell| cell == "*" || cell == qualifier)
            && cells.next().is_some_and(|cell| cell == "00" || cell == whole || cell == part)
    };
    let row = TABLE.lines().find(fits);
    row.and_then(|row| row.rsplit('\t').next()).unwrap_or(SOMETHING)
}

/// A finding on the model whose rule tells no status.
fn of_path(path: &str) -> &'static str {
    let words = [
        ("diagnos", "255"),
        ("procedure", "507"),
        ("charge", "178"),
        ("units", "476"),
        ("Date", "187"),
        ("dates", "187"),
    ];
    let found = words.into_iter().find(|(word, _)| path.contains(word));
    found.map_or(SOMETHING, |(_, status)| status)
}

/// Something is missing or not valid.
const SOMETHING: &str = "21";

const TABLE: &str = include_str!("status.tsv");

/// Entities that a claim acknowledgment takes at the claim.
const ENTITIES: [&str; 31] = [
    "03", "1P", "1Z", "36", "40", "41", "71", "72", "73", "77", "82", "85", "87", "DK", "DN", "DQ",
    "FA", "GB", "HK", "IL", "LI", "MSC", "PR", "PRP", "QB", "QC", "QD", "SEP", "TL", "TTP", "TU",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_tells_the_status() {
        assert_eq!(of_place("NM1", "85", 9, 0), "562");
        assert_eq!(of_place("NM1", "IL", 9, 0), "164");
        assert_eq!(of_place("CLM", "X", 5, 3), "535");
        assert_eq!(of_place("SV1", "HC", 1, 2), "507");
        assert_eq!(of_place("SV1", "HC", 1, 4), "453");
        assert_eq!(of_place("ZZZ", "", 1, 0), SOMETHING);
    }

    #[test]
    fn every_status_of_the_table_has_words() {
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            let status = row.rsplit('\t').next().unwrap_or("");
            assert!(super::super::meaning("claim", status).is_some(), "{row}");
            assert_eq!(row.split('\t').count(), 4, "{row}");
        }
    }

    #[test]
    fn the_innermost_party_of_a_path_counts() {
        assert_eq!(entity_of("claims[0].billingProvider.identifier"), "85");
        assert_eq!(entity_of("claims[0].coverage.subscriber.name"), "IL");
        assert_eq!(entity_of("claims[0].lines[1].procedure.code"), "");
    }
}
