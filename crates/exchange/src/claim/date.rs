//! Dates of a claim: which format does a day, a span or a time take?

use superbill_model::ClaimDate;
use superbill_types::{Date, DateValue, Text};
use superbill_x12::{Segment, Writer};

use super::element::{Element, text};
use crate::digits::Digits;
use crate::remittance::write::date_text;

/// Reads DTP; none where format and value do not go together.
pub(super) fn read(segment: &Segment<'_>) -> Option<ClaimDate> {
    if segment.len() != 3 {
        return None;
    }
    let qualifier = Text::read(segment.element(1), segment.delimiters())?;
    if segment.element(2) == b"D8"
        && let Some(day) = day(segment.element(3))
    {
        return Some(ClaimDate { qualifier, from: Some(day), ..ClaimDate::default() });
    }
    let value = Text::read(segment.element(3), segment.delimiters())?;
    let mut date = ClaimDate { qualifier, ..ClaimDate::default() };
    match segment.element(2) {
        b"D8" => date.from = Some(DateValue::read(&value)),
        b"RD8" => {
            let (from, to) = value.split_once('-')?;
            (date.from, date.to) = (Some(DateValue::read(from)), Some(DateValue::read(to)));
        }
        b"DT" => {
            let (day, time) = value.split_at_checked(8)?;
            (date.from, date.time) = (Some(DateValue::read(day)), Some(time.into()));
        }
        b"TM" => date.time = Some(value),
        _ => return None,
    }
    Some(date)
}

/// A day of the calendar.
fn day(bytes: &[u8]) -> Option<DateValue> {
    Date::from_ccyymmdd(str::from_utf8(bytes).ok()?).map(DateValue::Day)
}

/// Writes DTP, its end excepted.
pub(super) fn write(out: &mut Writer, date: &ClaimDate) {
    if let (Some(DateValue::Day(day)), None, None) = (&date.from, &date.to, &date.time) {
        let day = Digits::day(*day);
        out.segment("DTP").element(&date.qualifier).element("D8").element(day.text());
        return;
    }
    let from = date.from.as_ref().map(date_text).unwrap_or_default();
    let (format, value) = match (&date.from, &date.to, &date.time) {
        (_, Some(to), _) => ("RD8", format!("{from}-{}", date_text(to)).into()),
        (Some(_), None, Some(time)) => ("DT", format!("{from}{time}").into()),
        (None, None, Some(time)) => ("TM", time.clone()),
        _ => ("D8", from),
    };
    out.segment("DTP").element(&date.qualifier).element(format).element(&value);
}

/// The two components of a date in a code composite: its format and value.
pub(super) fn in_composite(
    from: Option<&DateValue>,
    to: Option<&DateValue>,
) -> (&'static str, Text) {
    match (from, to) {
        (None, None) => ("", Text::default()),
        (from, None) => ("D8", from.map(date_text).unwrap_or_default()),
        (from, Some(to)) => {
            ("RD8", format!("{}-{}", from.map(date_text).unwrap_or_default(), date_text(to)).into())
        }
    }
}

/// Day, and last day, of a code composite's two components.
pub(super) fn of_composite(
    format: &[u8],
    value: &[u8],
) -> Option<(Option<DateValue>, Option<DateValue>)> {
    let value = text(value);
    match format {
        b"" if value.is_empty() => Some((None, None)),
        b"D8" => Some((Some(DateValue::read(&value)), None)),
        b"RD8" => {
            let (from, to) = value.split_once('-')?;
            Some((Some(DateValue::read(from)), Some(DateValue::read(to))))
        }
        _ => None,
    }
}
