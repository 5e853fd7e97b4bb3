//! Values: is the text of one element or component what its definition asks for?

use superbill_types::Date;

use super::{At, Checker, Report, rules};
use crate::guide::{ElementDef, Kind};

impl<'b> Checker<'_, 'b> {
    /// A value that is there. `qualifier` is the component before it; of an element, the one before it is
    /// looked up where it matters.
    #[inline]
    pub(super) fn value(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        qualifier: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        match element.kind {
            Kind::Code if element.codes > 0 => {
                if !self.library.codes().contains(element.codes - 1, value) {
                    self.wrong_code(element, value, at, report);
                }
            }
            Kind::Text | Kind::Code => {
                if value[0] == b' ' && value.iter().all(|&byte| byte == b' ') {
                    self.report(&rules::ONLY_SPACES, element, value, at, report, &[]);
                    return;
                }
                self.length(element, value, value.len(), at, report);
                if element.codes > 0 && !self.library.codes().contains(element.codes - 1, value) {
                    self.wrong_code(element, value, at, report);
                }
            }
            _ => self.typed(element, value, qualifier, at, report),
        }
    }

    /// A value that is no text and no code.
    #[inline(never)]
    pub(super) fn typed(
        &self,
        element: &ElementDef,
        value: &'b [u8],
        qualifier: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        match element.kind {
            Kind::Decimal | Kind::Amount => self.decimal(element, value, at, report),
            Kind::Integer | Kind::Counter => self.integer(element, value, at, report),
            Kind::Date => {
                if !is_date(value, element.max == 6) {
                    let format = if element.max == 6 { "YYMMDD" } else { "CCYYMMDD" };
                    let facts = [("format", format.to_owned())];
                    self.report(&rules::DATE, element, value, at, report, &facts);
                }
            }
            Kind::Time => {
                let length = value.len();
                let fits = length >= element.min.into() && length <= element.max.into();
                if !fits || !is_time(value) {
                    self.report(&rules::TIME, element, value, at, report, &[]);
                }
            }
            Kind::Period => {
                let qualifier = match at.component {
                    0 => self.segment.element(usize::from(at.element).wrapping_sub(1)),
                    _ => qualifier,
                };
                self.period(element, value, qualifier, at, report);
            }
            Kind::Padded | Kind::Version => {
                self.length(element, value, value.len(), at, report);
            }
            Kind::Bytes | Kind::Composite | Kind::Text | Kind::Code => {}
        }
    }

    #[inline]
    fn length(
        &self,
        element: &ElementDef,
        value: &[u8],
        length: usize,
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        if !element.fits(length) {
            self.wrong_length(element, value, length, at, report);
        }
    }

    #[cold]
    fn wrong_length(
        &self,
        element: &ElementDef,
        value: &[u8],
        length: usize,
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let (rule, bound, most) = if length < usize::from(element.min) {
            (&rules::TOO_SHORT, "minimum", element.min)
        } else if length > usize::from(element.max) {
            (&rules::TOO_LONG, "maximum", element.max)
        } else {
            (&rules::LONGER_THAN_SUPPORTED, "maximum", element.limit)
        };
        let facts = [("length", length.to_string()), (bound, most.to_string())];
        self.report(rule, element, value, at, report, &facts);
    }

    #[cold]
    fn wrong_code(
        &self,
        element: &ElementDef,
        value: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        if value.iter().all(|&byte| byte == b' ') {
            self.report(&rules::ONLY_SPACES, element, value, at, report, &[]);
            return;
        }
        let lists = core::iter::once(element).chain(report.alike(at)).filter(|it| it.codes > 0);
        let expected = self.library.codes().text(lists.map(|it| it.codes - 1), 12);
        let facts = [("expected", expected)];
        let rule = match self.library.knows_code(element.number, value) {
            true => &rules::CODE_NOT_IN_GUIDE,
            false => &rules::CODE,
        };
        self.report(rule, element, value, at, report, &facts);
    }

    fn integer(&self, element: &ElementDef, value: &[u8], at: At, report: &mut Report<'_, '_, '_>) {
        let digits = value.strip_prefix(b"-").unwrap_or(value);
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            self.report(&rules::INTEGER, element, value, at, report, &[]);
            return;
        }
        self.length(element, value, digits.len(), at, report);
        if element.codes > 0 {
            let zeros = value.iter().take_while(|&&byte| byte == b'0').count();
            if !self.library.codes().contains(element.codes - 1, &value[zeros..]) {
                self.wrong_code(element, value, at, report);
            }
        }
    }

    #[inline]
    fn decimal(&self, element: &ElementDef, value: &[u8], at: At, report: &mut Report<'_, '_, '_>) {
        match plain_digits(value) {
            Some(digits) => self.length(element, value, digits, at, report),
            None => self.odd_decimal(element, value, at, report),
        }
    }

    /// A number written otherwise than most: signed, with zeros in front or many decimals; or none.
    #[inline(never)]
    fn odd_decimal(
        &self,
        element: &ElementDef,
        value: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let digits = value.strip_prefix(b"-").unwrap_or(value);
        let whole = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let tail = &digits[whole..];
        let fraction = tail.strip_prefix(b".").unwrap_or(b"");
        let sound = (tail.is_empty() || tail[0] == b'.')
            && whole + fraction.len() > 0
            && fraction.iter().all(u8::is_ascii_digit);
        if !sound {
            self.report(&rules::DECIMAL, element, value, at, report, &[]);
            return;
        }
        self.length(element, value, whole + fraction.len(), at, report);
        let pointless = tail.len() == 1;
        if pointless || (whole > 1 && digits[0] == b'0') {
            self.report(&rules::NUMBER_FORM, element, value, at, report, &[]);
        }
        if digits.len() < value.len() && digits.iter().all(|&byte| byte == b'0' || byte == b'.') {
            self.report(&rules::MINUS_ZERO, element, value, at, report, &[]);
        }
        if element.kind == Kind::Amount && fraction.iter().skip(2).any(|&byte| byte != b'0') {
            self.report(&rules::SUB_CENT, element, value, at, report, &[]);
        }
    }

    fn period(
        &self,
        element: &ElementDef,
        value: &[u8],
        qualifier: &[u8],
        at: At,
        report: &mut Report<'_, '_, '_>,
    ) {
        let fits = match qualifier {
            b"D8" => is_date(value, false),
            b"RD8" => match value.split_at_checked(8) {
                Some((from, [b'-', to @ ..])) if is_date(from, false) && is_date(to, false) => {
                    if to < from {
                        self.report(&rules::RANGE_REVERSED, element, value, at, report, &[]);
                    }
                    true
                }
                _ => false,
            },
            b"DT" => {
                let (date, time) = value.split_at(value.len().min(8));
                is_date(date, false) && time.len() == 4 && is_time(time)
            }
            b"TM" => is_time(value),
            _ => return self.length(element, value, value.len(), at, report),
        };
        if !fits {
            let format = String::from_utf8_lossy(qualifier).into_owned();
            self.report(&rules::PERIOD, element, value, at, report, &[("format", format)]);
        }
    }
}

/// How many digits a number has that needs no second look: no sign, no needless zero, at most two decimals.
#[inline]
pub(super) fn plain_digits(value: &[u8]) -> Option<usize> {
    let whole = value.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(value.len());
    if whole == 0 || (whole > 1 && value[0] == b'0') {
        return None;
    }
    match value[whole..] {
        [] => Some(whole),
        [b'.', a] if a.is_ascii_digit() => Some(whole + 1),
        [b'.', a, b] if a.is_ascii_digit() && b.is_ascii_digit() => Some(whole + 2),
        _ => None,
    }
}

/// Whether eight digits, or six where `short`, are a day of the calendar.
fn is_date(text: &[u8], short: bool) -> bool {
    if text.len() != if short { 6 } else { 8 } || !text.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0'));
    let (year, day) = text.split_at(text.len() - 4);
    let year = number(year) + if short { 2000 } else { 0 };
    let (month, day) = (number(&day[..2]), number(&day[2..]));
    match day {
        // Days that every month has need no calendar.
        1..=28 if year > 0 => (1..=12).contains(&month),
        _ => Date::new(year.cast_signed(), month, day).is_some(),
    }
}

/// Whether digits are a time: HHMM, HHMMSS, or with tenths or hundredths.
fn is_time(text: &[u8]) -> bool {
    if !matches!(text.len(), 4 | 6 | 7 | 8) || !text.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let pair = |at: usize| text.get(at..at + 2).map_or(0, |d| (d[0] - b'0') * 10 + d[1] - b'0');
    let seconds = if text.len() > 4 { pair(4) } else { 0 };
    pair(0) < 24 && pair(2) < 60 && seconds < 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_of_the_calendar() {
        for good in ["20240229", "20261231", "00010101"] {
            assert!(is_date(good.as_bytes(), false), "{good}");
        }
        for bad in ["20230229", "20261301", "20260100", "260101", "2026010A", "00000000"] {
            assert!(!is_date(bad.as_bytes(), false), "{bad}");
        }
        assert!(is_date(b"240229", true));
    }

    #[test]
    fn times_are_of_the_clock() {
        for good in ["0000", "2359", "235959", "2359599", "23595999"] {
            assert!(is_time(good.as_bytes()), "{good}");
        }
        for bad in ["2400", "2360", "235960", "23", "12:30", "235"] {
            assert!(!is_time(bad.as_bytes()), "{bad}");
        }
    }
}
