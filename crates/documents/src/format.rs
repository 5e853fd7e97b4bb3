//! Formatting: how do people write an amount, a day, a sentence with a value in it?

use superbill_types::{Date, Money};

use crate::words::Words;

/// An amount with thousands apart: `1,250.00`; below zero in parentheses.
pub(crate) fn amount(value: Money) -> String {
    let digits = value.abs().to_string();
    let point = digits.find('.').unwrap_or(digits.len());
    let mut out = String::with_capacity(digits.len() + 12);
    if value.is_negative() {
        out.push('(');
    }
    for (index, digit) in digits.char_indices() {
        if index > 0 && index < point && (point - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if value.is_negative() {
        out.push(')');
    }
    out
}

/// An amount with its currency sign, for a sentence: `$1,250.00`, `($20.00)`.
pub(crate) fn dollars(value: Money) -> String {
    let plain = amount(value);
    match plain.strip_prefix('(') {
        Some(rest) => ["($", rest].concat(),
        None => ["$", &plain].concat(),
    }
}

/// A day as people write it: `March 3, 2026`.
pub(crate) fn date(day: Date, words: &Words) -> String {
    let (year, month, day) = day.parts();
    let name = usize::try_from(month).ok().and_then(|m| words.months.get(m.wrapping_sub(1)));
    fill(
        words.date,
        &[
            ("month", name.copied().unwrap_or("?")),
            ("day", &day.to_string()),
            ("year", &year.to_string()),
        ],
    )
}

/// Puts values into the `{places}` of a template; values are never read as templates.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(n, _)| *n == name).map_or("?", |(_, v)| *v);
        out.push_str(before);
        out.push_str(value);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A value's characters with those that could steer a terminal or reorder a line made harmless: control
/// characters become spaces, marks of writing direction are dropped.
pub(crate) fn visible(value: &str) -> impl Iterator<Item = char> {
    value
        .chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn amounts_read_as_people_write_them() {
        for (units, shown) in [
            (0, "0.00"),
            (5, "0.05"),
            (12_500, "125.00"),
            (125_000, "1,250.00"),
            (123_456_789, "1,234,567.89"),
            (-2_000, "(20.00)"),
        ] {
            assert_eq!(amount(Money::from_scaled(units, 2)), shown);
        }
        assert_eq!(amount(Money::from_scaled(1_000_125, 3)), "1,000.125");
        assert_eq!(dollars(Money::from_scaled(-2_000, 2)), "($20.00)");
    }

    #[test]
    fn days_read_as_people_write_them() {
        let day = Date::new(2026, 3, 3).expect("a day");
        assert_eq!(date(day, Language::English.words()), "March 3, 2026");
    }

    #[test]
    fn a_value_is_not_a_template() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
    }

    #[test]
    fn control_characters_do_not_reach_a_terminal() {
        let shown: String = visible("Ma\u{1b}[31mria\u{202e}\n").collect();
        assert_eq!(shown, "Ma [31mria ");
    }
}
