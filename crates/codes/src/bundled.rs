//! Bundled sets: what do the small lists, which travel inside the library, say of a code?
//!
//! Small lists are text of a few kilobytes (`data/*.tsv`), searched in place. A loaded pack of the same
//! system is asked first.

use std::borrow::Cow;

use superbill_types::Date;

use crate::{CodeFlags, CodeSet, CodeStatus, CodeSystem, PackInfo};

static STATE: CodeSet = CodeSet::new(include_str!("../data/state.tsv"));
static COUNTRY: CodeSet = CodeSet::new(include_str!("../data/country.tsv"));
static REVENUE: CodeSet = CodeSet::new(include_str!("../data/revenue.tsv"));
static CONDITION: CodeSet = CodeSet::new(include_str!("../data/condition.tsv"));
static OCCURRENCE: CodeSet = CodeSet::new(include_str!("../data/occurrence.tsv"));
static OCCURRENCE_SPAN: CodeSet = CodeSet::new(include_str!("../data/occurrence_span.tsv"));
static VALUE: CodeSet = CodeSet::new(include_str!("../data/value.tsv"));
static DISCHARGE_STATUS: CodeSet = CodeSet::new(include_str!("../data/discharge_status.tsv"));
static ADMISSION_TYPE: CodeSet = CodeSet::new(include_str!("../data/admission_type.tsv"));
static ADMISSION_SOURCE: CodeSet = CodeSet::new(include_str!("../data/admission_source.tsv"));
static REMARK_CODES: CodeSet = CodeSet::new(include_str!("../data/remark_codes.tsv"));
static STATUS_CODE: CodeSet = CodeSet::new(include_str!("../data/status_code.tsv"));
static STATUS_CATEGORY: CodeSet = CodeSet::new(include_str!("../data/status_category.tsv"));
static ENTITY: CodeSet = CodeSet::new(include_str!("../data/entity.tsv"));
static TAXONOMY: CodeSet = CodeSet::new(include_str!("../data/taxonomy.tsv"));
static TYPE_OF_BILL: CodeSet = CodeSet::new(include_str!("../data/type_of_bill.tsv"));
static BILL_FREQUENCY: CodeSet = CodeSet::new(include_str!("../data/bill_frequency.tsv"));

/// What a bundled list has on a code.
pub(crate) struct Row {
    /// Our words for it; empty where the list is codes only.
    pub(crate) label: Cow<'static, str>,
    pub(crate) flags: CodeFlags,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl Row {
    pub(crate) fn status(&self, on: Date) -> CodeStatus {
        if self.from.is_some_and(|from| on < from) || self.to.is_some_and(|to| on > to) {
            return CodeStatus::NotInEffect { from: self.from, to: self.to };
        }
        CodeStatus::Valid
    }
}

/// The list of a system, where one is bundled.
pub(crate) fn list(system: CodeSystem) -> Option<&'static CodeSet> {
    Some(match system {
        CodeSystem::PlaceOfService => &crate::PLACE_OF_SERVICE,
        CodeSystem::TypeOfBill => &TYPE_OF_BILL,
        CodeSystem::Revenue => &REVENUE,
        CodeSystem::Condition => &CONDITION,
        CodeSystem::Occurrence => &OCCURRENCE,
        CodeSystem::OccurrenceSpan => &OCCURRENCE_SPAN,
        CodeSystem::Value => &VALUE,
        CodeSystem::DischargeStatus => &DISCHARGE_STATUS,
        CodeSystem::AdmissionType => &ADMISSION_TYPE,
        CodeSystem::AdmissionSource => &ADMISSION_SOURCE,
        CodeSystem::AdjustmentReason => &crate::ADJUSTMENT_REASON,
        CodeSystem::Remark => &REMARK_CODES,
        CodeSystem::ClaimStatus => &STATUS_CODE,
        CodeSystem::ClaimStatusCategory => &STATUS_CATEGORY,
        CodeSystem::Entity => &ENTITY,
        CodeSystem::Taxonomy => &TAXONOMY,
        CodeSystem::State => &STATE,
        CodeSystem::Country => &COUNTRY,
        _ => return None,
    })
}

/// Every code of a bundled list, in order.
pub(crate) fn codes(system: CodeSystem) -> Vec<Cow<'static, str>> {
    let listed = list(system).into_iter().flat_map(CodeSet::iter).map(|it| it.code);
    if system != CodeSystem::TypeOfBill {
        return listed.map(Cow::Borrowed).collect();
    }
    let each = |kind| BILL_FREQUENCY.iter().map(move |it| Cow::Owned([kind, it.code].concat()));
    listed.flat_map(each).collect()
}

/// What the bundled list of `system` says of `code`.
pub(crate) fn find(system: CodeSystem, code: &str) -> Option<Row> {
    let key = if system == CodeSystem::TypeOfBill { bill_type(code)? } else { code };
    let listed = list(system)?.find(key)?;
    let worded = match system {
        CodeSystem::Remark => crate::REMARK.find(code).unwrap_or(listed),
        _ => listed,
    };
    let flags = if worded.is_alert() { CodeFlags::ALERT } else { CodeFlags::NONE };
    let (from, to) = match system {
        CodeSystem::PlaceOfService => period(worded.mark),
        _ => (None, None),
    };
    let mut label = Cow::Borrowed(worded.label);
    if system == CodeSystem::TypeOfBill {
        let kind = if label.is_empty() { "Other bill" } else { &label };
        let frequency = BILL_FREQUENCY.find(code.get(code.len() - 1..)?)?;
        label = Cow::Owned([kind, frequency.label].join(": "));
    }
    Some(Row { label, flags, from, to })
}

/// What the bundled list of a system is; none where there is no such list.
pub(crate) fn info(system: CodeSystem) -> Option<PackInfo> {
    let list = list(system)?;
    let as_of = list.header("as of").and_then(|day| day.parse().ok()).unwrap_or(Date::EPOCH);
    Some(PackInfo {
        name: system.name().to_owned(),
        system,
        edition: as_of.to_string(),
        as_of,
        since: None,
        source: list.header("codes").unwrap_or_default().to_owned(),
        codes: u32::try_from(codes(system).len()).unwrap_or(u32::MAX),
        bundled: true,
    })
}

/// Facility and classification of a type of bill whose frequency is listed; the leading zero is optional.
fn bill_type(code: &str) -> Option<&str> {
    let code = if code.len() == 4 { code.strip_prefix('0')? } else { code };
    let (kind, frequency) = code.split_at_checked(2)?;
    BILL_FREQUENCY.find(frequency).map(|_| kind)
}

/// `2022-01-01/` or `2022-01-01/2024-12-31`: first and last day.
fn period(mark: &str) -> (Option<Date>, Option<Date>) {
    let (from, to) = mark.split_once('/').unwrap_or((mark, ""));
    (from.parse().ok(), to.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_dated_and_answers() {
        let day = Date::new(2026, 11, 23).expect("a day");
        for system in CodeSystem::ALL {
            let Some(info) = info(system) else { continue };
            assert!(info.as_of > Date::EPOCH && !info.source.is_empty(), "{system:?}");
            let codes = codes(system);
            assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{system:?}");
            for code in codes {
                assert!(system.shapes(&code), "{system:?} {code}");
                let row = find(system, &code).expect("listed");
                assert!(row.label.len() <= 100 && row.status(day).is_valid(), "{system:?} {code}");
            }
            for code in ["", "#", "~", "\t", "é"] {
                assert!(find(system, code).is_none(), "{system:?} {code}");
            }
        }
    }

    #[test]
    fn counts_are_pinned() {
        let count = |system| info(system).map(|it| it.codes);
        assert_eq!(count(CodeSystem::Remark), Some(1187));
        assert_eq!(count(CodeSystem::AdjustmentReason), Some(407));
        assert_eq!(count(CodeSystem::Taxonomy), Some(883));
        assert_eq!(count(CodeSystem::ClaimStatus), Some(759));
        assert_eq!(count(CodeSystem::Country), Some(249));
        assert_eq!(count(CodeSystem::Revenue), Some(539));
        assert_eq!(count(CodeSystem::TypeOfBill), Some(81 * 27));
    }

    #[test]
    fn places_of_service_have_their_first_day() {
        let row = find(CodeSystem::PlaceOfService, "10").expect("listed");
        assert!(row.status(Date::new(2021, 12, 31).expect("a day")).is_refused());
        assert!(row.status(Date::new(2022, 1, 1).expect("a day")).is_valid());
        let bill = find(CodeSystem::TypeOfBill, "0137").expect("listed");
        assert_eq!(bill.label, "Hospital outpatient: replaces an earlier claim");
    }
}
