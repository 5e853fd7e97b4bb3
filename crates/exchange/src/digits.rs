//! Digits: how are numbers and days spelled, without a string for each?

use superbill_types::{Date, Money, Quantity};

/// The spelling of one number.
pub(crate) struct Digits {
    /// Filled from the end.
    bytes: [u8; SIZE],
    start: usize,
}

impl Digits {
    /// An amount: no zeros that say nothing, none before a point (X12 type R).
    pub(crate) fn money(amount: Money) -> Self {
        Self::decimal(amount.decimal().mantissa(), amount.decimal().scale())
    }

    /// A quantity, likewise.
    pub(crate) fn quantity(quantity: Quantity) -> Self {
        Self::decimal(quantity.decimal().mantissa(), quantity.decimal().scale())
    }

    /// A whole number.
    pub(crate) fn whole(value: u32) -> Self {
        Self::decimal(i128::from(value), 0)
    }

    /// A day as eight digits.
    pub(crate) fn day(day: Date) -> Self {
        let (year, month, day) = day.parts();
        let mut out = Self::whole(year.unsigned_abs() * 10_000 + month * 100 + day);
        while out.start > SIZE - 8 {
            out.put(b'0');
        }
        out
    }

    fn decimal(mantissa: i128, scale: u32) -> Self {
        let mut out = Self { bytes: [0; SIZE], start: SIZE };
        let (mut rest, mut decimals) = (mantissa.unsigned_abs(), scale);
        // Division by ten is many times faster in 64 bits, which nearly all amounts have.
        if let Ok(mut rest) = u64::try_from(rest) {
            while decimals > 0 && rest % 10 == 0 {
                (rest, decimals) = (rest / 10, decimals - 1);
            }
            while rest > 0 || decimals > 0 {
                out.digit((rest % 10) as u8, &mut decimals);
                rest /= 10;
            }
        } else {
            while decimals > 0 && rest % 10 == 0 {
                (rest, decimals) = (rest / 10, decimals - 1);
            }
            while rest > 0 || decimals > 0 {
                out.digit((rest % 10) as u8, &mut decimals);
                rest /= 10;
            }
        }
        if out.start == SIZE {
            out.put(b'0');
        }
        if mantissa < 0 {
            out.put(b'-');
        }
        out
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("")
    }

    fn digit(&mut self, digit: u8, decimals: &mut u32) {
        self.put(b'0' + digit);
        if *decimals == 1 {
            self.put(b'.');
        }
        *decimals = decimals.saturating_sub(1);
    }

    fn put(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }
}

/// Room for the 29 digits of a decimal, sign and point.
const SIZE: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_no_zeros_that_say_nothing() {
        for (text, expected) in [
            ("0.00", "0"),
            ("125.50", "125.5"),
            ("-0.05", "-.05"),
            ("100", "100"),
            ("100.00", "100"),
            ("123456789012345678901.25", "123456789012345678901.25"),
        ] {
            let amount: Money = text.parse().expect("an amount");
            assert_eq!(Digits::money(amount).text(), expected);
        }
        let day = Date::new(26, 1, 5).expect("a day");
        assert_eq!(Digits::day(day).text(), "00260105");
    }
}
