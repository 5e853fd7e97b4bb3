//! Texts: how is a rule explained to a patient, a biller and an engineer, in which language?
//!
//! Each family has a file a language, `src/<family>/texts.<language>.tsv`: a rule's id, then what it means for
//! a patient or front desk, for a biller, for an EDI engineer. A language may leave the last two out; they are
//! then told in English. One more language is one more file.

use std::collections::BTreeMap;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
// Closed: the file has these columns.
pub enum Reader {
    /// The patient, or the front desk speaking to one.
    Patient,
    /// Who mends the claim.
    Biller,
    /// Who mends the file.
    Engineer,
}

impl Reader {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 3] = [Self::Patient, Self::Biller, Self::Engineer];
}

/// Explanations in one language, by rule id.
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<String, [String; 3]>);

impl Texts {
    /// What is compiled in of a language; empty where there is nothing.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn bundled(language: &str) -> Self {
        let of_families = crate::FAMILIES.iter().flat_map(|family| family.texts);
        let mut texts = Self::default();
        for (_, file) in of_families.chain(crate::repair::TEXTS).filter(|(of, _)| *of == language) {
            texts.add(file);
        }
        texts
    }

    /// Reads one file more. Lines that begin with `#` are remarks; what is not a row is passed over.
    pub fn add(&mut self, file: &str) {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t').map(|cell| cell.trim().to_owned());
            let Some(id) = cells.next().filter(|id| !id.is_empty()) else { continue };
            let mut next = || cells.next().unwrap_or_default();
            self.0.insert(id, [next(), next(), next()]);
        }
    }

    /// What a rule means for a reader; none where this language does not say.
    #[must_use]
    pub fn find(&self, id: &str, reader: Reader) -> Option<&str> {
        let texts = self.0.get(id)?;
        Some(texts[reader as usize].as_str()).filter(|text| !text.is_empty())
    }
}
