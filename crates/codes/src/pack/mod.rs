//! Packs: how does a large list lie in bytes, and is this one whole?
//!
//! A pack is one list: sorted codes, a history (periods in effect, with flags) for each, its text, and
//! notes. Nothing is unpacked when it is opened; every question reads the bytes where they lie.
//!
//! ```text
//! "SBCP"  u16 format  u16 system  32 bytes SHA-256 of what follows  parts (u32 length each)  the parts
//! ```
//!
//! All numbers are little-endian. The parts, in order of [`Part`]:
//!
//! - `Info`: lines of text: name, edition, day up to which it is complete, source, `levels` or `flat`, and
//!   where told the day from which it is complete.
//! - `Codes`: blocks of 16; the first of a block whole, the others by what they share with the one before.
//!   `CodeBlocks`: u32, where each block begins.
//! - `Classes`: u16 a code, its history. `Histories`: see `history`.
//! - `Words`, `WordBlocks`: the words of all texts, sorted as they are searched, in blocks as the codes are.
//! - `Rules`: pairs of symbols (u16 each) that stand for a phrase. A symbol below the number of words is a
//!   word; the next ones are rules, each made of symbols before it.
//! - `Symbols`: u16, the texts one after another: each code's, each section's title, each note's.
//!   `Lengths`: u8 a text, its symbols. `Marks`: u32, where every 64th text begins.
//! - `Notes`: u32 a note, the place it stands at (a code, or past those a section); `NoteKinds`: u8 each.
//! - `Sections`: first code and code past the last, u32 each.
//! - `Synonyms`: lines: what people say, what the list says, codes to show first.
//!
//! The phrases make the text small, and they are the search index: a phrase has a word or has it not,
//! whatever the number of codes that use it (see `search`).

mod codes;
mod history;
mod note;
mod text;

#[cfg(feature = "build")]
pub(crate) use history::Period;
pub(crate) use history::{History, number};
#[cfg(feature = "build")]
pub(crate) use note::NOTE_KINDS;
pub(crate) use note::note_kind;
pub(crate) use text::Word;
#[cfg(feature = "build")]
pub(crate) use text::{CAPITAL, LONGEST, SPACE};

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::excludes::Excludes;
use crate::{BadPack, CodeSystem, PackInfo};

pub(crate) const MAGIC: &[u8; 4] = b"SBCP";
pub(crate) const FORMAT: u16 = 1;
/// Where the checksummed bytes begin: the parts' lengths, then the parts.
pub(crate) const BODY: usize = 40;
/// Codes, or words, a block.
pub(crate) const BLOCK: usize = 16;
/// Texts a mark.
pub(crate) const MARK: usize = 64;

/// Most sections of a pack; ICD-10-CM has 319.
pub(crate) const MOST_SECTIONS: usize = 4096;

/// The parts of a pack, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Info,
    Codes,
    CodeBlocks,
    Classes,
    Histories,
    Words,
    WordBlocks,
    Rules,
    Symbols,
    Lengths,
    Marks,
    Notes,
    NoteKinds,
    Sections,
    Synonyms,
}

pub(crate) const PARTS: usize = Part::Synonyms as usize + 1;

/// An opened pack.
pub(crate) struct Pack {
    bytes: Vec<u8>,
    /// Where each part ends; the first begins after the lengths.
    ends: [usize; PARTS],
    pub(crate) info: PackInfo,
    pub(crate) histories: Vec<History>,
    pub(crate) rows: usize,
    pub(crate) sections: usize,
    pub(crate) words: usize,
    /// Whether a code is above those that begin with it.
    pub(crate) levels: bool,
    /// What its Excludes1 notes forbid, once somebody asked.
    pub(crate) excludes: OnceLock<Excludes>,
}

impl Pack {
    /// Checks that `bytes` are a whole pack.
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, BadPack> {
        let system = frame(&bytes)?;
        let ends = ends(&bytes)?;
        let mut pack = Self {
            info: blank(system),
            histories: Vec::new(),
            rows: 0,
            sections: 0,
            words: 0,
            levels: false,
            excludes: OnceLock::new(),
            ends,
            bytes,
        };
        (pack.info, pack.levels) = pack.read_info(system).ok_or(BadPack::Malformed)?;
        pack.histories = history::read(pack.part(Part::Histories)).ok_or(BadPack::Malformed)?;
        pack.rows = pack.part(Part::Classes).len() / 2;
        pack.sections = pack.part(Part::Sections).len() / 8;
        pack.words = pack.count_words().ok_or(BadPack::Malformed)?;
        pack.fits().then_some(pack).ok_or(BadPack::Malformed)
    }

    pub(crate) fn part(&self, part: Part) -> &[u8] {
        let n = part as usize;
        let start = n.checked_sub(1).map_or(BODY + 4 * PARTS, |before| self.ends[before]);
        self.bytes.get(start..self.ends[n]).unwrap_or_default()
    }

    /// The number at a place of a part of u32s.
    pub(crate) fn long(&self, part: Part, at: usize) -> Option<usize> {
        let bytes = self.part(part).get(4 * at..)?.first_chunk::<4>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }

    /// The number at a place of a part of u16s.
    pub(crate) fn short(&self, part: Part, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(*self.part(part).get(2 * at..)?.first_chunk::<2>()?))
    }

    /// The history of a row.
    pub(crate) fn history(&self, row: usize) -> Option<&History> {
        self.histories.get(usize::from(self.short(Part::Classes, row)?))
    }

    /// What is said about synonyms: lines of what people say, what the list says, codes.
    pub(crate) fn synonyms(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let text = core::str::from_utf8(self.part(Part::Synonyms)).unwrap_or_default();
        text.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, columns.next()?, columns.next().unwrap_or_default()))
        })
    }

    fn read_info(&self, system: CodeSystem) -> Option<(PackInfo, bool)> {
        let mut lines = core::str::from_utf8(self.part(Part::Info)).ok()?.lines();
        let mut next = || lines.next().map(str::to_owned);
        let (name, edition, as_of, source) = (next()?, next()?, next()?, next()?);
        let levels = next()? == "levels";
        let since = next().and_then(|day| day.parse().ok());
        let codes = u32::try_from(self.part(Part::Classes).len() / 2).ok()?;
        let as_of = as_of.parse().ok()?;
        let info = PackInfo { name, system, edition, as_of, since, source, codes, bundled: false };
        Some((info, levels))
    }

    /// Whether the parts' lengths agree. What they hold is looked at when it is used.
    fn fits(&self) -> bool {
        let notes = self.part(Part::NoteKinds).len();
        let texts = self.rows + self.sections + notes;
        self.part(Part::CodeBlocks).len() == 4 * self.rows.div_ceil(BLOCK)
            && self.part(Part::Notes).len() == 4 * notes
            && self.part(Part::Lengths).len() == texts
            && self.part(Part::Marks).len() == 4 * texts.div_ceil(MARK)
            && self.sections <= MOST_SECTIONS
            && self.words + self.part(Part::Rules).len() / 4 <= 1 << 16
    }
}

/// Looks at what stands before the parts; the list it is of.
fn frame(bytes: &[u8]) -> Result<CodeSystem, BadPack> {
    let magic = bytes.get(..4).ok_or(BadPack::NotAPack)?;
    if magic != MAGIC {
        return Err(BadPack::NotAPack);
    }
    let short = |at: usize| -> Result<u16, BadPack> {
        let bytes = bytes.get(at..at + 2).ok_or(BadPack::Truncated)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    };
    let (found, system) = (short(4)?, short(6)?);
    if found != FORMAT {
        return Err(BadPack::Version { found });
    }
    let sum = bytes.get(8..BODY).ok_or(BadPack::Truncated)?;
    let lengths = bytes.get(BODY..BODY + 4 * PARTS).ok_or(BadPack::Truncated)?;
    let total = lengths.chunks_exact(4).fold(0u64, |sum, it| {
        sum + u64::from(u32::from_le_bytes(it.try_into().unwrap_or_default()))
    });
    let body = bytes.get(BODY..).unwrap_or_default();
    if (body.len() as u64) < total + 4 * PARTS as u64 {
        return Err(BadPack::Truncated);
    }
    if Sha256::digest(body).as_slice() != sum {
        return Err(BadPack::Damaged);
    }
    CodeSystem::ALL.get(usize::from(system)).copied().ok_or(BadPack::UnknownSystem)
}

fn ends(bytes: &[u8]) -> Result<[usize; PARTS], BadPack> {
    let mut ends = [0; PARTS];
    let mut at = BODY + 4 * PARTS;
    for (n, end) in ends.iter_mut().enumerate() {
        let length = bytes.get(BODY + 4 * n..).and_then(<[u8]>::first_chunk::<4>);
        let length = u32::from_le_bytes(*length.ok_or(BadPack::Truncated)?);
        at = usize::try_from(length)
            .ok()
            .and_then(|it| at.checked_add(it))
            .ok_or(BadPack::Truncated)?;
        *end = at;
    }
    (at == bytes.len()).then_some(ends).ok_or(BadPack::Malformed)
}

fn blank(system: CodeSystem) -> PackInfo {
    PackInfo {
        name: String::new(),
        system,
        edition: String::new(),
        as_of: superbill_types::Date::EPOCH,
        since: None,
        source: String::new(),
        codes: 0,
        bundled: false,
    }
}
