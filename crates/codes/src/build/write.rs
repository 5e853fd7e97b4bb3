//! Writing a pack: the parts in their order, as `pack` reads them.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{BuildError, PackBuilder, PackRow, Place, grammar, levels, words};
use crate::CodeSystem;
use crate::pack::{BLOCK, FORMAT, History, MAGIC, MARK, MOST_SECTIONS, NOTE_KINDS, PARTS, Part};

/// The pack of what a builder took in.
pub(super) fn pack(from: PackBuilder) -> Result<Vec<u8>, BuildError> {
    let rows: Vec<&PackRow> = from.rows.values().collect();
    let sections = sections(&from)?;
    let notes = notes(&from, rows.len())?;
    let mut parts: [Vec<u8>; PARTS] = core::array::from_fn(|_| Vec::new());
    let mut put = |part: Part, bytes: Vec<u8>| parts[part as usize] = bytes;

    let (as_of, levels) = (from.as_of.to_string(), if from.levels { "levels" } else { "flat" });
    let head = [&*from.name, &from.edition, &as_of, &from.source, levels];
    let since = from.since.map_or(String::new(), |since| format!("\n{since}"));
    put(Part::Info, [head.join("\n"), since].concat().into_bytes());
    let (codes, blocks) = codes(&rows);
    put(Part::Codes, codes);
    put(Part::CodeBlocks, blocks);
    let (classes, histories) = classes(levels::histories(from.rows.values(), from.levels))?;
    put(Part::Classes, classes);
    put(Part::Histories, histories);
    put(Part::Sections, longs(sections.iter().flat_map(|it| [it.start, it.end])));
    put(Part::Notes, longs(notes.iter().map(|it| it.0)));
    put(Part::NoteKinds, notes.iter().map(|it| it.1).collect());
    put(Part::Synonyms, from.synonyms.join("\n").into_bytes());

    let texts = rows.iter().map(|row| &*row.text);
    let texts = texts.chain(from.sections.iter().map(|it| &*it.2));
    let texts: Vec<_> = texts.chain(notes.iter().map(|it| it.2)).map(words::cut).collect();
    let numbers = words::numbered(texts.iter().flatten().cloned());
    let texts: Vec<Vec<u32>> =
        texts.iter().map(|text| text.iter().map(|word| numbers[word]).collect()).collect();
    let grammar = grammar::shorten(&texts, numbers.len()).ok_or(BuildError::TooMany)?;
    let (words, blocks) = words::write(numbers.keys());
    put(Part::Words, words);
    put(Part::WordBlocks, blocks);
    put(Part::Rules, shorts(grammar.rules.iter().flat_map(|&(left, right)| [left, right])));
    put(Part::Symbols, shorts(grammar.texts.iter().flatten().copied()));
    put(Part::Lengths, grammar.texts.iter().map(|it| byte(it.len())).collect());
    put(Part::Marks, longs(marks(&grammar.texts)));
    Ok(framed(from.system, &parts))
}

/// The notes in order of their places: place, kind, text.
fn notes(from: &PackBuilder, rows: usize) -> Result<Vec<(usize, u8, &str)>, BuildError> {
    let places: BTreeMap<&str, usize> = from.rows.keys().map(String::as_str).zip(0..).collect();
    let mut notes = Vec::new();
    for (place, kind, text) in &from.notes {
        let place = match place {
            Place::Code(code) => places.get(&**code).copied(),
            Place::Section(section) => (*section < from.sections.len()).then_some(rows + section),
        };
        let nowhere = || BuildError::Nowhere(text.clone());
        let number = NOTE_KINDS.iter().position(|it| it.0 == *kind);
        notes.push((place.ok_or_else(nowhere)?, byte(number.unwrap_or(usize::MAX)), &**text));
    }
    notes.sort_by_key(|it| it.0);
    Ok(notes)
}

fn sections(from: &PackBuilder) -> Result<Vec<core::ops::Range<usize>>, BuildError> {
    if from.sections.len() > MOST_SECTIONS {
        return Err(BuildError::TooMany);
    }
    let codes: Vec<&str> = from.rows.keys().map(String::as_str).collect();
    let range = |(first, last, _): &(String, String, String)| {
        let start = codes.partition_point(|&code| code < &**first);
        let end = codes.partition_point(|&code| code <= &**last || code.starts_with(&**last));
        (start < end).then_some(start..end).ok_or_else(|| BuildError::Nowhere(first.clone()))
    };
    from.sections.iter().map(range).collect()
}

fn codes(rows: &[&PackRow]) -> (Vec<u8>, Vec<u8>) {
    let (mut out, mut blocks) = (Vec::new(), Vec::new());
    let mut above = "";
    for (at, row) in rows.iter().enumerate() {
        if at % BLOCK == 0 {
            blocks.push(out.len());
            above = "";
        }
        let shared = above.bytes().zip(row.code.bytes()).take_while(|(a, b)| a == b).count();
        let rest = &row.code.as_bytes()[shared..];
        out.push(byte(shared) << 4 | byte(rest.len()));
        out.extend(rest);
        above = &row.code;
    }
    (out, longs(blocks.into_iter()))
}

/// The history of each row by number, and the histories.
fn classes(histories: Vec<History>) -> Result<(Vec<u8>, Vec<u8>), BuildError> {
    let mut numbers: BTreeMap<&History, u32> = histories.iter().map(|it| (it, 0)).collect();
    if numbers.len() > usize::from(u16::MAX) {
        return Err(BuildError::TooMany);
    }
    let mut out = Vec::new();
    for (at, (history, number)) in (0..).zip(&mut numbers) {
        *number = at;
        history.write(&mut out);
    }
    Ok((shorts(histories.iter().map(|it| numbers[it])), out))
}

/// Where every 64th text begins, in symbols.
fn marks(texts: &[Vec<u32>]) -> impl Iterator<Item = usize> {
    let starts = texts.iter().scan(0, |at, text| {
        let start = *at;
        *at += text.len();
        Some(start)
    });
    starts.step_by(MARK)
}

fn framed(system: CodeSystem, parts: &[Vec<u8>; PARTS]) -> Vec<u8> {
    let mut body = longs(parts.iter().map(Vec::len));
    parts.iter().for_each(|part| body.extend(part));
    let number = CodeSystem::ALL.iter().position(|it| *it == system);
    let mut pack = MAGIC.to_vec();
    pack.extend(FORMAT.to_le_bytes());
    pack.extend(shorts(core::iter::once(byte(number.unwrap_or(usize::MAX)).into())));
    pack.extend(Sha256::digest(&body));
    pack.extend(body);
    pack
}

fn longs(numbers: impl Iterator<Item = usize>) -> Vec<u8> {
    numbers.flat_map(|it| u32::try_from(it).unwrap_or(u32::MAX).to_le_bytes()).collect()
}

fn shorts(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
    numbers.flat_map(|it| u16::try_from(it).unwrap_or(u16::MAX).to_le_bytes()).collect()
}

/// A number that is known to be small.
fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
