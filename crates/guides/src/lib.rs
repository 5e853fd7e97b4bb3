//! Implementation guides as data: which tables exist, and which one is meant?
//!
//! `data/*.guide` is the single source of truth; `cargo run -p superbill-guides --bin compile` writes
//! `packed/*.bin` from it, and a test fails where they differ. With the feature `all` every guide is on
//! board; without it, only the remittance, the acknowledgment and the envelope. The feature `words` adds
//! what codes mean.

pub mod generate;
pub mod pack;
pub mod page;
pub mod source;

use std::sync::OnceLock;

use superbill_x12::{Guide, Library};

/// The guides of this build, decoded once.
///
/// ```
/// let library = superbill_guides::library();
/// assert!(library.find("005010X221A1", "835").is_some());
/// assert!(library.find("004010X091A1", "835").is_none());
/// ```
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let library = Library::decode(TABLES).unwrap_or_default();
        match WORDS {
            Some(words) => library.clone().with_meanings(words).unwrap_or(library),
            None => library,
        }
    })
}

/// The guide of a version (GS08) and transaction set id (ST01). Errata map to the table there is.
#[must_use]
pub fn find(version: &str, set_id: &str) -> Option<&'static Guide> {
    library().find(version, set_id)
}

/// The guide of interchanges and groups.
#[must_use]
pub fn envelope() -> Option<&'static Guide> {
    library().envelope()
}

/// Guides of the small table.
pub const BASE: [&str; 3] = ["835", "999", "envelope"];

#[cfg(feature = "all")]
const TABLES: &[u8] = include_bytes!("../packed/all.bin");
#[cfg(not(feature = "all"))]
const TABLES: &[u8] = include_bytes!("../packed/base.bin");

#[cfg(all(feature = "words", feature = "all"))]
const WORDS: Option<&[u8]> = Some(include_bytes!("../packed/all.words.bin"));
#[cfg(all(feature = "words", not(feature = "all")))]
const WORDS: Option<&[u8]> = Some(include_bytes!("../packed/base.words.bin"));
#[cfg(not(feature = "words"))]
const WORDS: Option<&[u8]> = None;
