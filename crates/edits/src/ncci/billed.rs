//! What is billed together: which lines are pairs of the table, and which limit has a line?

use superbill_codes::{NcciSetting, PairVerdict, UnitAnswer, UnitRule, quarter};
use superbill_model::{Claim, ClaimKind, ServiceLine};
use superbill_types::{Date, Text};

use crate::{Case, dates, service};

/// Tables that are not checked where none is loaded.
pub(super) const PAIRS: &str = "procedure pairs (NCCI)";
pub(super) const LIMITS: &str = "unit limits (NCCI)";
pub(super) const ADD_ONS: &str = "add-on codes (NCCI)";

/// A line with a procedure and a day.
#[derive(Clone, Copy)]
pub(super) struct Billed<'a> {
    pub(super) index: usize,
    pub(super) code: &'a str,
    line: &'a ServiceLine,
    days: (Date, Date),
}

/// Two lines in the order of the table, and what they come to.
pub(super) struct Pair<'a> {
    pub(super) one: Billed<'a>,
    pub(super) other: Billed<'a>,
    pub(super) verdict: PairVerdict,
    /// Whether the lines name different providers, or the table ends before the service.
    pub(super) doubtful: bool,
}

/// Calls `each` with every ordered pair of lines of a day; where no table is loaded, that is told.
pub(super) fn pairs<'a>(
    claim: &'a Claim,
    case: &mut Case<'_>,
    mut each: impl FnMut(Pair<'a>, &mut Case<'_>),
) {
    let Some(setting) = setting(claim) else { return };
    for one in billed(claim) {
        for other in billed(claim) {
            let meet = one.days.0 <= other.days.1 && other.days.0 <= one.days.1;
            if one.code == other.code || !meet {
                continue;
            }
            let on = one.days.0.max(other.days.0);
            let modifiers =
                service::modifiers(one.line).iter().chain(service::modifiers(other.line));
            let answer = case.books().pair(setting, one.code, other.code, on);
            match answer.verdict(modifiers.map(Text::as_str)) {
                PairVerdict::NotChecked => return case.not_checked(PAIRS),
                PairVerdict::Pass { .. } => {}
                verdict => {
                    let doubtful = differ(one.line, other.line, claim) || is_old(&verdict, on);
                    each(Pair { one, other, verdict, doubtful }, case);
                }
            }
        }
    }
}

/// The limit of a line's units.
pub(super) struct Limit<'a> {
    pub(super) code: &'a str,
    pub(super) units: u32,
    pub(super) rule: UnitRule,
    pub(super) quarter: String,
    /// Whether the table is of another quarter than the service.
    pub(super) doubtful: bool,
}

/// The limit of a line's units; where no table is loaded, that is told. Minutes have none.
pub(super) fn limit<'a>(
    line: &'a ServiceLine,
    claim: &Claim,
    case: &mut Case<'_>,
) -> Option<Limit<'a>> {
    let code = service::code(line);
    let (day, _) = dates::of_line(line, claim)?;
    if code.is_empty() || line.unit.as_deref() == Some("MJ") {
        return None;
    }
    let supplied = claim.kind == ClaimKind::Professional && code.starts_with(['E', 'K', 'L']);
    let setting = if supplied { NcciSetting::Equipment } else { setting(claim)? };
    match case.books().unit_limit(setting, code, day) {
        UnitAnswer::Limit { units, rule, quarter } => {
            let doubtful = is_other_quarter(&quarter, day);
            Some(Limit { code, units, rule, quarter, doubtful })
        }
        UnitAnswer::NotLoaded => {
            case.not_checked(LIMITS);
            None
        }
        _ => None,
    }
}

/// Whether a table of this quarter is not that of a day.
pub(super) fn is_other_quarter(table: &str, day: Date) -> bool {
    quarter(day) != table
}

/// Whose tables apply: practitioners', or those of outpatient bills (types 12, 13, 14, 22, 23, 34, 74, 75, 76).
pub(super) fn setting(claim: &Claim) -> Option<NcciSetting> {
    match (claim.kind, claim.facility_code.as_deref()) {
        (ClaimKind::Professional, _) => Some(NcciSetting::Practitioner),
        (
            ClaimKind::Institutional,
            Some("12" | "13" | "14" | "22" | "23" | "34" | "74" | "75" | "76"),
        ) => Some(NcciSetting::OutpatientHospital),
        _ => None,
    }
}

/// The lines with a procedure and a day.
fn billed(claim: &Claim) -> impl Iterator<Item = Billed<'_>> {
    claim.lines.iter().enumerate().filter_map(|(index, line)| {
        let code = service::code(line);
        let days = dates::of_line(line, claim).filter(|_| !code.is_empty())?;
        Some(Billed { index, code, line, days })
    })
}

/// Whether two lines name different providers.
fn differ(one: &ServiceLine, other: &ServiceLine, claim: &Claim) -> bool {
    let of_claim = claim.providers.rendering.as_ref();
    let number = |line: &ServiceLine| {
        let provider = line.providers.rendering.as_ref().or(of_claim)?;
        provider.identifier.as_ref().map(|it| it.value.clone())
    };
    number(one) != number(other)
}

/// Whether the table ends before the service.
fn is_old(verdict: &PairVerdict, on: Date) -> bool {
    match verdict {
        PairVerdict::Fail { quarter: table, .. } | PairVerdict::Bypassed { quarter: table, .. } => {
            *table < quarter(on)
        }
        _ => false,
    }
}
