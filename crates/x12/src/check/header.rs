//! Headers: do dates and numbers of an envelope mean what they may?
//!
//! That a date is of the calendar and a number has its digits, the envelope's table tells. Here is what it
//! cannot: a number above zero, and a day that is not ahead of the one the host tells.

use superbill_types::Date;

use super::{At, Report, rules};
use crate::{Place, Segment};

/// Checks the header of an interchange or a group, after its elements.
pub(crate) fn header(
    place: Place,
    segment: &Segment<'_>,
    today: Option<Date>,
    report: &mut Report<'_, '_, '_>,
) {
    let (date, number, ahead) = match place {
        Place::InterchangeHeader => (9, 13, &rules::INTERCHANGE_AHEAD),
        Place::GroupHeader => (4, 6, &rules::GROUP_AHEAD),
        _ => return,
    };
    if is_zero(segment.element(number.into())) {
        let at = At { element: number, ..At::default() };
        let rule = rules::header_rule(segment.tag(), number);
        report.add(rule, at, segment.element_span(number.into()), &[]);
    }
    // It may be tomorrow already where the sender is.
    let Some(latest) = today.and_then(|today| today.plus_days(1)) else { return };
    if day(segment.element(date.into())).is_some_and(|day| day > latest) {
        report.header = false;
        let at = At { element: date, ..At::default() };
        report.add(ahead, at, segment.element_span(date.into()), &[]);
    }
}

/// Whether a control number is zeros alone.
pub(crate) fn is_zero(number: &[u8]) -> bool {
    !number.is_empty() && number.iter().all(|&digit| digit == b'0')
}

/// CCYYMMDD, or YYMMDD of this century.
fn day(text: &[u8]) -> Option<Date> {
    let text = core::str::from_utf8(text).ok()?;
    match text.len() {
        6 => Date::from_ccyymmdd(&format!("20{text}")),
        _ => Date::from_ccyymmdd(text),
    }
}
