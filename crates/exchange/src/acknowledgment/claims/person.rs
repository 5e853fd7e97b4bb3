//! Names in answers: how is a party of the sent file named in what goes back?
//!
//! The guide of the answer asks for names and ids that a broken file may lack; a missing one is told as
//! `UNKNOWN`. What the answer's separators or lengths do not allow is left out.

use superbill_model::{Identifier, Name};
use superbill_types::{Phi, Text};
use superbill_x12::{Delimiters, Segment};

/// The party of an NM1 segment in a part of the answer: its entity code, and which qualifiers its id takes,
/// the usual one first.
pub(super) fn person(segment: &Segment<'_>, role: &str, qualifiers: &[&str]) -> Name {
    let separators = segment.delimiters();
    let part = |number, most| {
        let text = clean(segment.element(number), most, separators);
        (!text.is_empty()).then(|| Phi::new(text))
    };
    let told = clean(segment.element(8), 2, separators);
    let qualifier = qualifiers.iter().find(|known| **known == told).or(qualifiers.first());
    let entity_type = if segment.element(2) == b"1" { "1" } else { "2" };
    Name {
        role: role.into(),
        entity_type: entity_type.into(),
        last_name: part(3, 60).or_else(unknown),
        first_name: part(4, 35).filter(|_| entity_type == "1"),
        middle_name: part(5, 25).filter(|_| entity_type == "1"),
        prefix: None,
        suffix: part(7, 10).filter(|_| entity_type == "1"),
        identifier: qualifier.map(|qualifier| Identifier {
            qualifier: (*qualifier).into(),
            value: part(9, 80)
                .filter(|id| id.reveal().len() > 1)
                .or_else(unknown)
                .unwrap_or_default(),
        }),
    }
}

/// A party that is not named in the file.
pub(super) fn nobody(role: &str, entity_type: &str, qualifier: &str) -> Name {
    Name {
        role: role.into(),
        entity_type: entity_type.into(),
        last_name: unknown(),
        identifier: Some(Identifier {
            qualifier: qualifier.into(),
            value: unknown().unwrap_or_default(),
        }),
        ..Name::default()
    }
}

fn unknown() -> Option<Phi<Text>> {
    Some(Phi::new("UNKNOWN".into()))
}

/// A value of at most `most` characters, without what an answer with these separators cannot hold.
pub(super) fn clean(value: &[u8], most: usize, separators: Delimiters) -> Text {
    let Delimiters { element, component, repetition, segment } = separators;
    let usable = |byte: &&u8| {
        (b' '..=b'~').contains(*byte)
            && ![element, component, segment].contains(*byte)
            && Some(**byte) != repetition
    };
    let kept: Text = value.iter().filter(usable).map(|&byte| char::from(byte)).collect();
    let mut kept = kept.trim().to_owned();
    kept.truncate(most);
    kept.truncate(kept.trim_end().len());
    kept.into()
}
