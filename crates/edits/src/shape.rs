//! Shapes: does a text look like a ZIP code, a phone number, an identifier?

/// Whether it is exactly `count` digits.
///
/// ```
/// assert!(superbill_edits::shape::is_digits("12345", 5));
/// assert!(!superbill_edits::shape::is_digits("1234-", 5));
/// ```
#[must_use]
pub fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it follows a pattern: `9` a digit, `A` a capital letter, `X` either, anything else itself.
///
/// ```
/// assert!(superbill_edits::shape::follows("05D1234567", "99D9999999"));
/// ```
#[must_use]
pub fn follows(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
            b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'X' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            other => byte == other,
        })
}

/// Whether it is nothing, or blanks.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ')
}

/// The check of a National Provider Identifier: ten digits, the first 1 or 2, whose Luhn sum with the prefix
/// 80840 ends in 0. The prefix adds 24 (45 CFR 162.406, ISO/IEC 7812).
///
/// ```
/// assert!(superbill_edits::shape::npi_checks("1234567893"));
/// assert!(!superbill_edits::shape::npi_checks("1234567890"));
/// ```
#[must_use]
pub fn npi_checks(text: &str) -> bool {
    let sum = text.bytes().rev().enumerate().fold(24_u32, |sum, (place, byte)| {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        sum + match place % 2 {
            0 => digit,
            _ if digit > 4 => 2 * digit - 9,
            _ => 2 * digit,
        }
    });
    is_digits(text, 10) && text.starts_with(['1', '2']) && sum.is_multiple_of(10)
}

/// Whether it is written as a Medicare Beneficiary Identifier: eleven characters, each of a set kind, without the
/// letters S, L, O, I, B and Z (CMS, MBI format).
///
/// ```
/// assert!(superbill_edits::shape::is_mbi("1EG4TE5MK73"));
/// assert!(!superbill_edits::shape::is_mbi("1EG4-TE5-MK73"));
/// ```
#[must_use]
pub fn is_mbi(text: &str) -> bool {
    follows(text, "9AX9AX9AA99")
        && !text.starts_with('0')
        && !text.contains(['S', 'L', 'O', 'I', 'B', 'Z'])
}

/// Whether it is written as a Health Insurance Claim Number, which Medicare used before: nine digits of a social
/// security number and a letter, or the railroad's letters and digits.
#[must_use]
pub fn is_hicn(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = text.get(letters..).unwrap_or_default();
    let suffix = text.get(9..).unwrap_or_default();
    let is_railroad = (1..=3).contains(&letters) && (is_digits(rest, 6) || is_digits(rest, 9));
    let is_other = letters == 0
        && text.get(..9).is_some_and(|digits| is_digits(digits, 9))
        && (follows(suffix, "A") || follows(suffix, "AX"));
    is_railroad || is_other
}

/// Provinces and territories of Canada.
pub const PROVINCES: [&str; 13] =
    ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"];
