//! Money and quantity: what is an exact amount, and how is it read and written?
//!
//! Amounts are exact decimals. In JSON they are text with at least two decimals (`"125.00"`), never a
//! number, because JSON numbers are floats in most readers. There is no division here.

use core::fmt;
use core::iter::Sum;
use core::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! exact {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// From an exact decimal; minus zero becomes zero.
            #[must_use]
            pub fn from_decimal(value: Decimal) -> Self {
                if value.is_zero() { Self(value.abs()) } else { Self(value) }
            }

            /// `units` times ten to the minus `scale`: `from_scaled(12_550, 2)` is 125.50.
            #[must_use]
            pub fn from_scaled(units: i64, scale: u32) -> Self {
                Self::from_decimal(Decimal::new(units, scale))
            }

            /// `digits` times ten to the minus `decimals`; none beyond 28 decimals or 96 bits.
            #[must_use]
            pub fn from_digits(digits: i128, decimals: u32) -> Option<Self> {
                Decimal::try_from_i128_with_scale(digits, decimals).ok().map(Self::from_decimal)
            }

            /// The exact decimal.
            #[must_use]
            pub fn decimal(self) -> Decimal {
                self.0
            }

            /// Whether it is nothing.
            #[must_use]
            pub fn is_zero(self) -> bool {
                self.0.is_zero()
            }

            /// Whether it is below nothing.
            #[must_use]
            pub fn is_negative(self) -> bool {
                self.0.is_sign_negative() && !self.0.is_zero()
            }

            /// Without its sign.
            #[must_use]
            pub fn abs(self) -> Self {
                Self(self.0.abs())
            }
        }

        impl FromStr for $name {
            type Err = NotAnAmount;

            /// Reads digits with an optional minus and point: no plus, exponent, comma or currency sign
            /// (X12 type R; RFI 1526).
            fn from_str(text: &str) -> Result<Self, NotAnAmount> {
                parse(text).map(Self::from_decimal).ok_or(NotAnAmount)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self::from_decimal(self.0.saturating_add(other.0))
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self::from_decimal(self.0.saturating_sub(other.0))
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self::from_decimal(-self.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                *self = *self - other;
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, Add::add)
            }
        }
        impl<'a> Sum<&'a $name> for $name {
            fn sum<I: Iterator<Item = &'a Self>>(items: I) -> Self {
                items.copied().sum()
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = alloc::string::String::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

extern crate alloc;

impl Money {
    /// Which share of `whole` this is, in thousandths, halves up: for a picture, not for an account. Zero
    /// where either is not above nothing.
    #[must_use]
    pub fn thousandths_of(self, whole: Self) -> u16 {
        let scale = self.0.scale().max(whole.0.scale());
        let units = |amount: Self| {
            let tens = 10_u128.checked_pow(scale - amount.0.scale())?;
            amount.0.mantissa().try_into().ok().and_then(|it: u128| it.checked_mul(tens))
        };
        let (Some(mut part), Some(mut whole)) = (units(self), units(whole)) else { return 0 };
        while part.max(whole) >> 52 != 0 {
            (part, whole) = (part >> 1, whole >> 1);
        }
        let (part, whole) = (part as u64, whole as u64);
        (2000 * part + whole).checked_div(2 * whole).map_or(0, |it| u16::try_from(it).unwrap_or(0))
    }
}

exact! {
    /// An exact amount of US dollars (or the currency the payer names).
    ///
    /// ```
    /// use superbill_types::Money;
    /// let charge: Money = "125".parse()?;
    /// let paid: Money = "80.5".parse()?;
    /// assert_eq!((charge - paid).to_string(), "44.50");
    /// assert_eq!("-0".parse::<Money>()?.to_string(), "0.00");
    /// assert!("1,250.00".parse::<Money>().is_err());
    /// # Ok::<(), superbill_types::NotAnAmount>(())
    /// ```
    Money
}

exact! {
    /// An exact count of units, days, visits or minutes.
    Quantity
}

/// The text is not a decimal number as X12 writes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

impl fmt::Display for NotAnAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal amount: use digits with an optional minus sign and point")
    }
}

impl core::error::Error for NotAnAmount {}

impl fmt::Display for Money {
    /// At least two decimals; more only where the amount has them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.0.normalize();
        if shown.scale() < 2 {
            shown.rescale(2);
        }
        fmt::Display::fmt(&shown, f)
    }
}

impl fmt::Display for Quantity {
    /// As few digits as say the same: `1`, `0.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.normalize(), f)
    }
}

/// Up to 28 digits, kept exactly with their scale.
fn parse(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut seen = 0_usize;
    let mut points = 0_usize;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => seen += 1,
            b'.' => points += 1,
            _ => return None,
        }
    }
    if seen == 0 || points > 1 || seen > 28 {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_x12_allows_and_nothing_else() {
        for (text, shown) in [
            (".5", "0.50"),
            ("150.", "150.00"),
            ("-12.30", "-12.30"),
            ("0.125", "0.125"),
            ("-0", "0.00"),
            ("007", "7.00"),
        ] {
            assert_eq!(text.parse::<Money>().map(|m| m.to_string()), Ok(shown.into()), "{text}");
        }
        for text in ["", "-", ".", "+5", "1e3", "1,000", "$5", " 5", "5 ", "--5", "1.2.3", "٣"] {
            assert!(text.parse::<Money>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_quantity_is_written_short() {
        assert_eq!("1.00".parse::<Quantity>().map(|q| q.to_string()), Ok("1".into()));
    }
}
