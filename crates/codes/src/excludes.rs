//! Excludes1: which pairs of diagnoses do the notes of a pack forbid?
//!
//! A note stands at a range of rows (a code and what is below it, a block, a chapter) and names ranges of rows.
//! The notes are read once, when the first pair is asked about; then a pair is looked for among those whose
//! place reaches into its letter of the alphabet.

use core::ops::Range;
use superbill_types::sort_by_number;

use crate::NoteKind;
use crate::pack::Pack;
use crate::references;

/// What the Excludes1 notes of a pack forbid, by the letter that codes begin with.
pub(crate) struct Excludes(Vec<Vec<Forbidden>>);

/// No code at `at` stands beside one of `named`.
#[derive(Clone)]
struct Forbidden {
    at: Range<usize>,
    named: Range<usize>,
    place: usize,
    note: usize,
}

/// Most ranges taken in; the published list has some four thousand.
const MOST: usize = 1 << 16;

impl Excludes {
    /// Reads the notes of a pack.
    pub(crate) fn read(pack: &Pack) -> Self {
        let mut by_letter: Vec<Vec<Forbidden>> = vec![Vec::new(); LETTERS];
        let mut count = 0;
        for (place, note) in pack.notes_of(NoteKind::Excludes1) {
            let at = pack.rows_of(place);
            let (_, text) = pack.note(note);
            for (first, last) in references::ranges(&text) {
                let named = pack.starting(&first).start..pack.starting(&last).end;
                count += 1;
                if named.is_empty() || count > MOST {
                    continue;
                }
                let forbidden = Forbidden { at: at.clone(), named, place, note };
                let letter_of = |row: usize| letter(pack.code(row).as_bytes());
                let letters = letter_of(at.start)..=letter_of(at.end.saturating_sub(1));
                for letter in letters {
                    if let Some(list) = by_letter.get_mut(letter) {
                        list.push(forbidden.clone());
                    }
                }
            }
        }
        // The nearest place is told.
        by_letter.iter_mut().for_each(|list| {
            sort_by_number(list, |it| ((it.at.len() as i64) << 32) | it.note as i64);
        });
        Self(by_letter)
    }

    /// Place and number of the note at `code`, of `row`, that names another row.
    pub(crate) fn find(&self, code: &str, row: usize, other: usize) -> Option<(usize, usize)> {
        let mut list = self.0.get(letter(code.as_bytes()))?.iter();
        let found = list.find(|it| it.at.contains(&row) && it.named.contains(&other))?;
        Some((found.place, found.note))
    }
}

const LETTERS: usize = 26;

/// The place in the alphabet of a code's first letter.
fn letter(code: &[u8]) -> usize {
    usize::from(code.first().map_or(u8::MAX, |first| first.wrapping_sub(b'A')))
}
