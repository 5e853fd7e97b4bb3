//! Context: which claim, or other unit of business, does an error stand in?
//!
//! The guide of the acknowledgment names the elements that identify one; the segment that carries such
//! an element tells the unit until the next level (HL), member (INS) or entity (ENT) begins.

use superbill_types::Phi;

use super::value::copied;
use crate::{Delimiters, Segment, tag};

/// The unit open at a segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    name: &'static str,
    value: Phi<Vec<u8>>,
}

impl Context {
    /// Nothing is open, as at the start of a set.
    pub(super) fn clear(&mut self) {
        self.name = "";
        self.value = Phi::default();
    }

    /// Takes in the next segment of a set.
    #[inline]
    pub(super) fn take_in(&mut self, segment: &Segment<'_>) {
        const CLM: u32 = tag(b"CLM").0;
        const TRN: u32 = tag(b"TRN").0;
        const NM1: u32 = tag(b"NM1").0;
        const REF: u32 = tag(b"REF").0;
        const ENT: u32 = tag(b"ENT").0;
        const HL: u32 = tag(b"HL").0;
        const INS: u32 = tag(b"INS").0;
        match segment.tag().0 {
            CLM => self.set("CLM01", segment.element(1)),
            TRN => self.set("TRN02", segment.element(2)),
            ENT => self.set("ENT01", segment.element(1)),
            HL | INS => self.clear(),
            // A person names the unit only where nothing better has.
            NM1 if self.is_weak() => match segment.element(1) {
                b"IL" => self.set(SUBSCRIBER, segment.element(9)),
                b"QC" => self.set(PATIENT, segment.element(9)),
                _ => {}
            },
            REF if self.is_weak() && segment.element(1) == b"0F" => {
                self.set("SUBSCRIBER NUMBER REF02", segment.element(2));
            }
            _ => {}
        }
    }

    /// Name and value for an answer; none where nothing is open that can be named in it.
    pub(super) fn unit(&self, answer: Delimiters) -> Option<Unit> {
        let value = copied(self.value.reveal(), 1, MAX_VALUE, answer)?;
        Some(Unit { name: self.name, value: value.to_owned().into() })
    }

    fn is_weak(&self) -> bool {
        matches!(self.name, "" | SUBSCRIBER)
    }

    fn set(&mut self, name: &'static str, value: &[u8]) {
        self.name = name;
        self.value = value.get(..value.len().min(MAX_VALUE)).unwrap_or(&[]).to_vec().into();
    }
}

/// A unit of business as CTX01 names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) name: &'static str,
    pub(super) value: Phi<String>,
}

const SUBSCRIBER: &str = "SUBSCRIBER NAME NM109";
const PATIENT: &str = "PATIENT NAME NM109";

/// Characters that CTX01-2 takes.
const MAX_VALUE: usize = 35;
