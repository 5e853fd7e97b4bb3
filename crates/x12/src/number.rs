//! Numbers: what scaled integer does a decimal element hold, fast?
//!
//! Inner sums of a reader run over integers scaled by ten to the fourth; `rust_decimal` is the type at
//! the API. A value that does not fit is told apart from one that is not a number by the exact parser.

/// Decimals kept: a value is `scaled(..) / 10^SCALE`.
pub const SCALE: u32 = 4;

/// Reads an optional minus, digits and an optional point as an integer scaled by ten to the [`SCALE`].
/// None where the text is no such number, has more than four decimals that count, or more than fourteen
/// digits before the point.
///
/// ```
/// use superbill_x12::scaled;
/// assert_eq!(scaled(b"125.5"), Some(1_255_000));
/// assert_eq!(scaled(b"-.25"), Some(-2_500));
/// assert_eq!(scaled(b"1,250"), None);
/// assert_eq!(scaled(b""), None);
/// ```
#[must_use]
#[inline]
pub fn scaled(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.len() > 18 {
        return None;
    }
    let mut value: i64 = 0;
    let mut rest = digits;
    while let [byte @ b'0'..=b'9', tail @ ..] = rest {
        value = value * 10 + i64::from(byte - b'0');
        rest = tail;
    }
    let whole = digits.len() - rest.len();
    let mut decimals = 0_u32;
    if let [b'.', tail @ ..] = rest {
        rest = tail;
        while let [byte @ b'0'..=b'9', tail @ ..] = rest {
            if decimals == SCALE {
                // Further decimals count only if they are not zero.
                if *byte != b'0' {
                    return None;
                }
            } else {
                value = value * 10 + i64::from(byte - b'0');
                decimals += 1;
            }
            rest = tail;
        }
    }
    if !rest.is_empty() || (whole == 0 && decimals == 0) || whole > 14 {
        return None;
    }
    const POWERS: [i64; 5] = [10_000, 1_000, 100, 10, 1];
    let value = value * POWERS[decimals as usize];
    Some(if negative { -value } else { value })
}
