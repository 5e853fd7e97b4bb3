//! Notes and sections of a pack: what is said at a code, and at what stands above it?

use core::ops::Range;
use superbill_types::sort_by_number;

use super::{Pack, Part};
use crate::NoteKind;

/// The kinds in the order that packs number them, with their names in data files.
pub(crate) const NOTE_KINDS: [(NoteKind, &str); 10] = [
    (NoteKind::Excludes1, "excludes1"),
    (NoteKind::Excludes2, "excludes2"),
    (NoteKind::CodeFirst, "code-first"),
    (NoteKind::UseAdditional, "use-additional"),
    (NoteKind::CodeAlso, "code-also"),
    (NoteKind::Includes, "includes"),
    (NoteKind::Inclusion, "inclusion"),
    (NoteKind::SeventhCharacter, "seventh-character"),
    (NoteKind::ReplacedBy, "replaced-by"),
    (NoteKind::Other, "other"),
];

/// The kind of a number in a pack; a number of a later edition is "other".
pub(crate) fn note_kind(number: u8) -> NoteKind {
    NOTE_KINDS.get(usize::from(number)).map_or(NoteKind::Other, |it| it.0)
}

impl Pack {
    /// The notes at a place, by number.
    pub(crate) fn notes_at(&self, place: usize) -> Range<usize> {
        let count = self.part(Part::NoteKinds).len();
        let below = |limit: usize| {
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = low + (high - low) / 2;
                let at = self.long(Part::Notes, middle).unwrap_or(usize::MAX);
                if at < limit { low = middle + 1 } else { high = middle }
            }
            low
        };
        below(place)..below(place + 1)
    }

    /// What a note is.
    pub(crate) fn note(&self, note: usize) -> (NoteKind, String) {
        let kind = self.part(Part::NoteKinds).get(note).copied().unwrap_or(u8::MAX);
        (note_kind(kind), self.text(self.rows + self.sections + note))
    }

    /// The notes of one kind, with their places.
    pub(crate) fn notes_of(&self, kind: NoteKind) -> impl Iterator<Item = (usize, usize)> + '_ {
        let kinds = self.part(Part::NoteKinds).iter().enumerate();
        let notes = kinds.filter(move |(_, number)| note_kind(**number) == kind);
        notes.filter_map(|(note, _)| Some((self.long(Part::Notes, note)?, note)))
    }

    /// The rows that a place speaks for: a code and what is below it, or those of a section.
    pub(crate) fn rows_of(&self, place: usize) -> Range<usize> {
        match place.checked_sub(self.rows) {
            Some(section) => self.section(section),
            None => self.starting(self.code(place).as_str()),
        }
    }

    /// The codes of a section.
    pub(crate) fn section(&self, section: usize) -> Range<usize> {
        let at = |n| self.long(Part::Sections, 2 * section + n).unwrap_or(0);
        at(0)..at(1)
    }

    /// The places that speak for a row: itself, what is above it, the sections it is in; nearest first.
    pub(crate) fn places(&self, row: usize) -> Vec<usize> {
        let mut places: Vec<usize> =
            core::iter::successors(Some(row), |&row| self.above(row)).collect();
        let around = (0..self.sections).filter(|&it| self.section(it).contains(&row));
        let mut around: Vec<usize> = around.collect();
        sort_by_number(&mut around, |&it| self.section(it).len() as i64);
        places.extend(around.into_iter().map(|it| self.rows + it));
        places
    }
}
