//! Frames of tables in packs, NCCI's and fees: is this one whole, of which table and of which edition?
//!
//! ```text
//! "SBNC"  u16 format  u8 kind  u8 setting  32 bytes SHA-256 of all others  6 lengths (u32)  6 parts
//! ```
//!
//! Numbers are little-endian. The first part is lines of text: edition, day up to which it is complete,
//! source, name where the kind does not say it. The second is codes of five bytes, sorted; the others belong to
//! the kind: see `ncci::table`, `fees::table`.

use sha2::{Digest, Sha256};
use superbill_types::Date;

use crate::{BadPack, CodeSystem, NcciSetting, PackInfo};

pub(crate) const MAGIC: &[u8; 4] = b"SBNC";
const FORMAT: u16 = 1;
/// Parts of a pack, the text among them.
pub(crate) const PARTS: usize = 6;
/// Length of a code.
pub(crate) const CODE: usize = 5;
/// Where the lengths begin.
const BODY: usize = 40;
/// Setting of a table that is for all of them.
#[cfg(feature = "build")]
const NO_SETTING: u8 = 255;

/// Which table a pack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Pairs,
    Units,
    AddOns,
    Values,
    Fees,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Pairs, Self::Units, Self::AddOns, Self::Values, Self::Fees];

    const fn name(self) -> &'static str {
        match self {
            Self::Pairs => "ncci-pairs",
            Self::Units => "ncci-units",
            Self::AddOns => "ncci-add-ons",
            Self::Values => "medicare-fees",
            Self::Fees => "fees",
        }
    }

    /// Whether there is one for each setting.
    const fn has_setting(self) -> bool {
        matches!(self, Self::Pairs | Self::Units)
    }
}

/// A pack whose parts are known.
pub(crate) struct Frame {
    bytes: Vec<u8>,
    ends: [usize; PARTS],
    pub(crate) kind: Kind,
    pub(crate) setting: Option<NcciSetting>,
    pub(crate) edition: String,
    pub(crate) as_of: Date,
    source: String,
    pub(crate) name: String,
}

impl Frame {
    /// Checks that `bytes` are a whole pack.
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, BadPack> {
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
        if setting.is_some() != kind.has_setting() {
            return Err(BadPack::UnknownSystem);
        }
        let ends = ends(&bytes)?;
        let sum = checksum(head, bytes.get(BODY..).unwrap_or_default());
        if head.get(8..) != Some(&sum[..]) {
            return Err(BadPack::Damaged);
        }
        let [edition, source, name] = [const { String::new() }; 3];
        let frame = Self { bytes, ends, kind, setting, edition, as_of: Date::EPOCH, source, name };
        frame.read_info().ok_or(BadPack::Malformed)
    }

    /// The bytes of a part.
    pub(crate) fn part(&self, part: usize) -> &[u8] {
        let start =
            part.checked_sub(1).map_or(Some(BODY + 4 * PARTS), |it| self.ends.get(it).copied());
        let range = start.zip(self.ends.get(part).copied());
        range.and_then(|(start, end)| self.bytes.get(start..end)).unwrap_or_default()
    }

    /// What the pack is.
    pub(crate) fn info(&self) -> PackInfo {
        let one = self.setting.map_or(&*self.name, |it| it.name());
        let kind = self.kind.name();
        PackInfo {
            name: if one.is_empty() { kind.to_owned() } else { format!("{kind}-{one}") },
            system: CodeSystem::Cpt,
            edition: self.edition.clone(),
            as_of: self.as_of,
            since: None,
            source: self.source.clone(),
            codes: u32::try_from(self.part(1).len() / 5).unwrap_or(u32::MAX),
            bundled: false,
        }
    }

    fn read_info(self) -> Option<Self> {
        let mut lines = core::str::from_utf8(self.part(0)).ok()?.lines();
        let (edition, as_of) = (lines.next()?.to_owned(), lines.next()?.parse().ok()?);
        let mut next = || lines.next().unwrap_or_default().to_owned();
        let (source, name) = (next(), next());
        Some(Self { edition, as_of, source, name, ..self })
    }
}

/// What a pack says of itself.
#[cfg(feature = "build")]
pub(crate) struct Title<'a> {
    pub(crate) kind: Kind,
    pub(crate) setting: Option<NcciSetting>,
    pub(crate) edition: &'a str,
    pub(crate) as_of: Date,
    pub(crate) source: &'a str,
    /// Which of its kind it is, where there are several.
    pub(crate) name: &'a str,
}

/// The pack of a table.
#[cfg(feature = "build")]
pub(crate) fn framed(
    title: &Title<'_>,
    parts: &[Vec<u8>; PARTS - 1],
) -> Result<Vec<u8>, crate::BuildError> {
    let as_of = title.as_of.to_string();
    let lines = [title.edition, &as_of, title.source, title.name];
    let info = lines.map(|line| line.replace(['\n', '\r'], " ")).join("\n").into_bytes();
    let mut body = Vec::new();
    for part in core::iter::once(&info).chain(parts) {
        let length = u32::try_from(part.len()).map_err(|_| crate::BuildError::TooMany)?;
        body.extend(length.to_le_bytes());
    }
    for part in core::iter::once(&info).chain(parts) {
        body.extend(part);
    }
    let mut pack = Vec::with_capacity(BODY + body.len());
    pack.extend(MAGIC);
    pack.extend(FORMAT.to_le_bytes());
    pack.push(title.kind as u8);
    pack.push(title.setting.map_or(NO_SETTING, |it| it as u8));
    pack.extend(checksum(&pack, &body));
    pack.extend(body);
    Ok(pack)
}

/// Where the rows of each code begin, and where the last end.
#[cfg(feature = "build")]
pub(crate) fn starts<C: PartialEq>(codes: &[C], rows: impl Iterator<Item = C>) -> Vec<u8> {
    let mut rows = rows.peekable();
    let mut at = 0_u32;
    let mut starts = Vec::with_capacity(4 * (codes.len() + 1));
    for code in codes {
        starts.extend(at.to_le_bytes());
        while rows.next_if(|it| it == code).is_some() {
            at += 1;
        }
    }
    starts.extend(at.to_le_bytes());
    starts
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
fn checksum(head: &[u8], body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(head.get(..8).unwrap_or_default());
    hash.update(body);
    hash.finalize().into()
}

/// The four bytes at a place, as a number.
pub(crate) fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// Whether the second part says, for each code, where its rows begin, in order; how many rows there are.
pub(crate) fn starts_fit(frame: &Frame, codes: usize) -> Option<usize> {
    let starts = frame.part(2);
    let right = frame.part(1).len() == CODE * codes && starts.len() == 4 * (codes + 1);
    let all = (0..=codes).map(|at| long(starts, 4 * at));
    let last = long(starts, 4 * codes)?;
    (right && long(starts, 0)? == 0 && all.is_sorted()).then_some(last)
}

/// The place of a code among sorted ones.
pub(crate) fn place(codes: &[u8], code: &str) -> Option<usize> {
    let wanted: &[u8; CODE] = code.as_bytes().try_into().ok()?;
    let (all, _) = codes.as_chunks::<CODE>();
    all.binary_search(wanted).ok()
}
