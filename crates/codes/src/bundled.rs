//! Bundled sets: what do the small lists, which travel inside the library, say of a code?
//!
//! Small lists are text of a few kilobytes (`data/*.tsv`), searched in place. A loaded pack of the same
//! system is asked first.

use superbill_types::Date;

use crate::{CodeFlags, CodeSet, CodeStatus, CodeSystem, PackInfo};

static STATE: CodeSet = CodeSet::new(include_str!("../data/state.tsv"));
static COUNTRY: CodeSet = CodeSet::new(include_str!("../data/country.tsv"));
static REVENUE: CodeSet = CodeSet::new(include_str!("../data/revenue.tsv"));
static CONDITION: CodeSet = CodeSet::new(include_str!("../data/condition.tsv"));
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
    pub(crate) label: &'static str,
    pub(crate) flags: CodeFlags,
    from: Option<Date>,
    to: Option<Date>,
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
    Some(Row { label: worded.label, flags, from, to })
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
        source: list.header("codes").unwrap_or_default().to_owned(),
        codes: u32::try_from(list.count()).unwrap_or(u32::MAX),
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
