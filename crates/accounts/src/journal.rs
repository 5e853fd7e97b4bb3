//! Journal: what happened, in which order, and has anyone changed it since?
//!
//! Entries are only added. Each carries the hash of the one before, so that a changed, dropped or
//! moved entry breaks the chain at a place [`Journal::verify`] names. The last hash stands for all
//! of history: a host that keeps it elsewhere also notices a cut at the end.

use std::fmt;
use superbill_types::Text;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::ledger::Index;
use crate::{Event, canonical};

/// When, by whom and under which id something is done. The host gives all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// Id of the act, unique on this device and among devices: a random UUID serves. An act of one
    /// entry gives it this id, a posting of many gives them `id-sequence`.
    pub id: &'a str,
    /// Time of the act, such as `2026-11-23T10:00:00Z`.
    pub at: &'a str,
    /// Who did it.
    pub actor: &'a str,
}

/// One thing that happened, in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Entry {
    /// Place in the journal, from 1.
    pub sequence: u32,
    /// Unique id.
    pub id: Text,
    /// Time given by the host.
    pub at: Text,
    /// Who did it.
    pub actor: Text,
    /// What happened.
    pub event: Event,
    /// Hash of the entry before; zeros for the first.
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub previous: Hash,
    /// Hash of this entry, over the bytes that `canonical.rs` defines.
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub hash: Hash,
}

/// A SHA-256 hash. In JSON 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    fn read(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(from)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("not 64 hexadecimal digits"))
    }
}

/// Where a journal does not hold, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Place in the journal, from 1, of the first entry that does not hold.
    pub sequence: u32,
    /// What is wrong with it.
    pub damage: Damage,
}

/// How an entry does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// Its bytes are no entry.
    Bytes,
    /// Its number is not its place.
    Sequence,
    /// It does not follow the entry before it.
    Previous,
    /// Its content is not what was hashed.
    Content,
    /// Its id is that of an earlier entry.
    Id,
    /// It takes back an entry that is not there, or was taken back already.
    Reference,
    /// It holds an amount beyond what is posted, or its account holds too many postings.
    Range,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.damage {
            Damage::Bytes => "its bytes are cut or are no entry",
            Damage::Sequence => "its number is not its place; an entry is missing or moved",
            Damage::Previous => "it does not follow the entry before it",
            Damage::Content => "its content was changed after it was written",
            Damage::Id => "its id is that of an earlier entry",
            Damage::Reference => "it takes back an entry that cannot be taken back",
            Damage::Range => "an amount or the number of postings is beyond the limit",
        };
        write!(f, "journal entry {} does not hold: {what}", self.sequence)
    }
}

impl std::error::Error for Broken {}

/// Entries in order. Only added to.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: Vec<Entry>,
    ids: Index<Text, u32>,
    scratch: Vec<u8>,
}

impl Journal {
    /// An empty journal.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A journal from entries given back by a host.
    ///
    /// # Errors
    /// The first entry that does not hold: nothing is restored.
    pub fn restore(entries: Vec<Entry>) -> Result<Self, Broken> {
        let mut journal = Self { entries, ..Self::default() };
        journal.verify()?;
        journal.ids.reserve(journal.entries.len());
        for (place, entry) in journal.entries.iter().enumerate() {
            if journal.ids.insert(entry.id.clone(), number(place)).is_some() {
                return Err(Broken { sequence: entry.sequence, damage: Damage::Id });
            }
        }
        Ok(journal)
    }

    /// A journal from the bytes of [`Journal::bytes_after`], several of them one behind the other.
    ///
    /// # Errors
    /// As [`Journal::restore`].
    pub fn read(mut bytes: &[u8]) -> Result<Self, Broken> {
        let mut entries = Vec::new();
        while !bytes.is_empty() {
            let sequence = number(entries.len()) + 1;
            let broken = Broken { sequence, damage: Damage::Bytes };
            entries.push(canonical::take(&mut bytes).ok_or(broken)?);
        }
        Self::restore(entries)
    }

    /// The entries after place `sequence`, as a host keeps them: the bytes of `canonical.rs`, each with
    /// its hash behind it.
    #[must_use]
    pub fn bytes_after(&self, sequence: u32) -> Vec<u8> {
        let (mut bytes, mut scratch) = (Vec::new(), Vec::new());
        for entry in self.entries_after(sequence) {
            canonical::keep(&mut bytes, entry, &mut scratch);
        }
        bytes
    }

    /// Adds an event under the stamp's id; none if that id is taken, and then nothing is added.
    pub fn append(&mut self, stamp: &Stamp<'_>, event: Event) -> Option<&Entry> {
        if self.ids.contains_key(stamp.id) {
            return None;
        }
        let sequence = number(self.entries.len()) + 1;
        let previous = self.head();
        let names = [stamp.id, stamp.at, stamp.actor];
        canonical::entry(&mut self.scratch, sequence, &previous, names, &event);
        let [id, at, actor] = names.map(str::to_owned);
        self.ids.insert(id.clone().into(), sequence - 1);
        let hash = Hash::of(&self.scratch);
        self.entries.push(Entry {
            sequence,
            id: id.into(),
            at: at.into(),
            actor: actor.into(),
            event,
            previous,
            hash,
        });
        self.entries.last()
    }

    /// Checks the chain from its start.
    ///
    /// # Errors
    /// The first entry that does not hold.
    pub fn verify(&self) -> Result<(), Broken> {
        let mut bytes = Vec::new();
        let mut previous = Hash::default();
        for (place, entry) in self.entries.iter().enumerate() {
            let sequence = number(place) + 1;
            let names = [entry.id.as_str(), &entry.at, &entry.actor];
            canonical::entry(&mut bytes, entry.sequence, &entry.previous, names, &entry.event);
            let damage = if entry.sequence != sequence {
                Damage::Sequence
            } else if entry.previous != previous {
                Damage::Previous
            } else if entry.hash != Hash::of(&bytes) {
                Damage::Content
            } else {
                previous = entry.hash;
                continue;
            };
            return Err(Broken { sequence, damage });
        }
        Ok(())
    }

    /// All entries.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries after place `sequence`: all for 0, none past the end.
    #[must_use]
    pub fn entries_after(&self, sequence: u32) -> &[Entry] {
        self.entries.get(sequence as usize..).unwrap_or_default()
    }

    /// The entry with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.ids.get(id).map(|place| &self.entries[*place as usize])
    }

    /// Hash of the last entry: it stands for the whole journal. Zeros while it is empty.
    #[must_use]
    pub fn head(&self) -> Hash {
        self.entries.last().map_or_else(Hash::default, |entry| entry.hash)
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A place as a number; memory ends long before numbers do.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX - 1)
}
