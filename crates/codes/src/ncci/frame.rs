//! Frames of NCCI packs: is this one whole, of which table and of which quarter?
//!
//! ```text
//! "SBNC"  u16 format  u8 kind  u8 setting  32 bytes SHA-256 of all others  6 lengths (u32)  6 parts
//! ```
//!
//! Numbers are little-endian. The first part is lines of text: quarter, day up to which it is complete,
//! source. The others belong to the kind: see `table`.

use sha2::{Digest, Sha256};
use superbill_types::Date;

use super::NcciSetting;
use crate::{BadPack, CodeSystem, PackInfo};

pub(crate) const MAGIC: &[u8; 4] = b"SBNC";
pub(super) const FORMAT: u16 = 1;
/// Parts of a pack, the text among them.
pub(super) const PARTS: usize = 6;
/// Where the lengths begin.
pub(super) const BODY: usize = 40;
/// Setting of a table that is for all of them.
#[cfg(feature = "build")]
pub(super) const NO_SETTING: u8 = 255;

/// Which table a pack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pairs,
    Units,
    AddOns,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Pairs, Self::Units, Self::AddOns];

    const fn name(self) -> &'static str {
        match self {
            Self::Pairs => "ncci-pairs",
            Self::Units => "ncci-units",
            Self::AddOns => "ncci-add-ons",
        }
    }
}

/// A pack whose parts are known.
pub(super) struct Frame {
    bytes: Vec<u8>,
    ends: [usize; PARTS],
    pub(super) kind: Kind,
    pub(super) setting: Option<NcciSetting>,
    pub(super) quarter: String,
    as_of: Date,
    source: String,
}

impl Frame {
    /// Checks that `bytes` are a whole pack.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, BadPack> {
        let head = bytes.first_chunk::<BODY>().ok_or(BadPack::NotAPack)?;
        if !head.starts_with(MAGIC) {
            return Err(BadPack::NotAPack);
        }
        let found = u16::from_le_bytes([head[4], head[5]]);
        if found != FORMAT {
            return Err(BadPack::Version { found });
        }
        let kind = *Kind::ALL.get(usize::from(head[6])).ok_or(BadPack::UnknownSystem)?;
        let setting = NcciSetting::ALL.get(usize::from(head[7])).copied();
        if setting.is_none() != (kind == Kind::AddOns) {
            return Err(BadPack::UnknownSystem);
        }
        let ends = ends(&bytes)?;
        let sum = checksum(head, bytes.get(BODY..).unwrap_or_default());
        if head.get(8..) != Some(&sum[..]) {
            return Err(BadPack::Damaged);
        }
        let (quarter, as_of, source) = (String::new(), Date::EPOCH, String::new());
        let frame = Self { bytes, ends, kind, setting, quarter, as_of, source };
        frame.read_info().ok_or(BadPack::Malformed)
    }

    /// The bytes of a part.
    pub(super) fn part(&self, part: usize) -> &[u8] {
        let start =
            part.checked_sub(1).map_or(Some(BODY + 4 * PARTS), |it| self.ends.get(it).copied());
        let range = start.zip(self.ends.get(part).copied());
        range.and_then(|(start, end)| self.bytes.get(start..end)).unwrap_or_default()
    }

    /// What the pack is.
    pub(super) fn info(&self) -> PackInfo {
        let setting = self.setting.map_or(String::new(), |it| format!("-{}", it.name()));
        PackInfo {
            name: format!("{}{setting}", self.kind.name()),
            system: CodeSystem::Cpt,
            edition: self.quarter.clone(),
            as_of: self.as_of,
            source: self.source.clone(),
            codes: u32::try_from(self.part(1).len() / 5).unwrap_or(u32::MAX),
            bundled: false,
        }
    }

    fn read_info(mut self) -> Option<Self> {
        let mut lines = core::str::from_utf8(self.part(0)).ok()?.lines();
        let (quarter, as_of) = (lines.next()?.to_owned(), lines.next()?.parse().ok()?);
        let source = lines.next().unwrap_or_default().to_owned();
        self.quarter = quarter;
        self.as_of = as_of;
        self.source = source;
        Some(self)
    }
}

/// Where each part ends.
fn ends(bytes: &[u8]) -> Result<[usize; PARTS], BadPack> {
    let mut ends = [0; PARTS];
    let mut at = BODY + 4 * PARTS;
    for (part, end) in ends.iter_mut().enumerate() {
        let length = long(bytes, BODY + 4 * part).ok_or(BadPack::Truncated)?;
        at = at.checked_add(length).ok_or(BadPack::Truncated)?;
        *end = at;
    }
    match bytes.len() {
        length if length < at => Err(BadPack::Truncated),
        length if length > at => Err(BadPack::Malformed),
        _ => Ok(ends),
    }
}

/// The checksum of a pack: of what stands before it, and of what follows.
pub(super) fn checksum(head: &[u8], body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(head.get(..8).unwrap_or_default());
    hash.update(body);
    hash.finalize().into()
}

/// The four bytes at a place, as a number.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
