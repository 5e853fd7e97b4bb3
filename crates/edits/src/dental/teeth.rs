//! Teeth: which tooth does a number stand for, and which procedures are done to a tooth?
//!
//! Teeth are numbered as in the United States: 1 to 32 from the upper right around to the lower right, milk teeth A
//! to T; a tooth too many has 50 added to the number, or an S behind the letter, of the tooth it stands by.
//! Procedures are told by ranges of numbers only.

use core::ops::RangeInclusive;

use superbill_model::{Claim, ServiceLine};

/// Where a tooth stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tooth {
    /// From 0 at the upper right around to the lower right.
    place: u8,
    /// Whether it is a milk tooth: 20 of them, of 32.
    milk: bool,
}

impl Tooth {
    /// The tooth of a number; none where it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [letter @ b'A'..=b'T'] | [letter @ b'A'..=b'T', b'S'] => {
                Some(Self { place: letter - b'A', milk: true })
            }
            [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => {
                let number: u8 = text.parse().ok()?;
                let number = if number > 50 { number - 50 } else { number };
                let is_one = (1..=32).contains(&number);
                is_one.then(|| Self { place: number - 1, milk: false })
            }
            _ => None,
        }
    }

    /// The quadrant it stands in, as areas of the mouth are numbered.
    pub(super) fn quadrant(self) -> &'static str {
        match self.place / if self.milk { 5 } else { 8 } {
            0 => "10",
            1 => "20",
            2 => "30",
            _ => "40",
        }
    }

    /// Whether it is an incisor or canine, which have an edge where the others have a chewing surface.
    pub(super) fn is_front(self) -> bool {
        let (half, first, last) = if self.milk { (10, 2, 7) } else { (16, 5, 10) };
        (first..=last).contains(&(self.place % half))
    }
}

/// The number of a line's dental procedure: 2391 of `D2391`.
pub(super) fn number(line: &ServiceLine) -> Option<u32> {
    let code = line.procedure.as_ref()?.code.strip_prefix('D')?;
    crate::shape::is_digits(code, 4).then(|| code.parse().ok()).flatten()
}

/// Whether a line's procedure is in one of these ranges.
pub(super) fn is_in(line: &ServiceLine, ranges: &[RangeInclusive<u32>]) -> bool {
    number(line).is_some_and(|number| ranges.iter().any(|range| range.contains(&number)))
}

/// Whether the claim asks what would be paid, before anything is done.
pub(super) fn is_predetermination(claim: &Claim) -> bool {
    claim.submission_reason.as_deref() == Some("PB")
}

/// Fillings: amalgam, and resin of front and back teeth.
pub(super) const FILLINGS: [RangeInclusive<u32>; 3] = [2140..=2161, 2330..=2335, 2391..=2394];

/// What is done to a tooth: fillings, inlays, crowns, root canals, extractions.
pub(super) const OF_A_TOOTH: [RangeInclusive<u32>; 7] =
    [2140..=2161, 2330..=2394, 2510..=2664, 2710..=2799, 3310..=3333, 7111..=7111, 7140..=7250];

/// Comprehensive and limited orthodontic treatment.
pub(super) const ORTHODONTICS: [RangeInclusive<u32>; 1] = [8010..=8090];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teeth_stand_where_they_stand() {
        let told = |text| Tooth::read(text).map(|tooth| (tooth.quadrant(), tooth.is_front()));
        assert_eq!(told("3"), Some(("10", false)));
        assert_eq!(told("8"), Some(("10", true)));
        assert_eq!(told("11"), Some(("20", true)));
        assert_eq!(told("12"), Some(("20", false)));
        assert_eq!(told("17"), Some(("30", false)));
        assert_eq!(told("22"), Some(("30", true)));
        assert_eq!(told("32"), Some(("40", false)));
        assert_eq!(told("A"), Some(("10", false)));
        assert_eq!(told("C"), Some(("10", true)));
        assert_eq!(told("R"), Some(("40", true)));
        assert_eq!(told("82"), told("32"));
        assert_eq!(told("TS"), told("T"));
        for text in ["", "0", "05", "33", "50", "83", "U", "AT", "a", "1S", "\u{e9}"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
