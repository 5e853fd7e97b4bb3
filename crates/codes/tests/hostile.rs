//! Hostile packs: can any bytes make the code books panic, hang or lie?

use proptest::prelude::*;
use superbill_codes::{
    BadPack, CodeBooks, CodeFlags, CodeStatus, CodeSystem, NoteKind, PackBuilder, PackRow, Search,
};
use superbill_types::Date;

fn day() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

/// A small pack with every part in use.
fn small() -> Vec<u8> {
    let mut builder = PackBuilder::new("small", CodeSystem::Icd10Cm, "test", day());
    builder.levels();
    builder.source("made up");
    let flags = CodeFlags::NEWBORN;
    for (code, text) in [("A00", "Cholera"), ("A000", "Cholera, classic  type"), ("A01", "Fièvre")]
    {
        let row = PackRow::new(code, text);
        builder.add(if code == "A00" {
            row
        } else {
            row.marked(Date::new(2020, 1, 1), None, flags)
        });
    }
    builder.section("A00", "A01", "Fevers");
    builder.section_note(NoteKind::Excludes1, "other fevers (B00-B09)");
    builder.note("A00", NoteKind::Inclusion, "the old plague of cholera");
    builder.note("A01", NoteKind::ReplacedBy, "A000");
    builder.synonym("rice water", "cholera|classic", "A000");
    builder.build().expect("a pack")
}

/// Asks everything there is to ask.
fn ask(books: &CodeBooks) {
    for code in ["A00", "A000", "A01", "A0", "", "~", "é", "ZZZZZZZZZZZZZZZZZZZZ"] {
        let system = CodeSystem::Icd10Cm;
        let _ = (books.status(system, code, day()), books.entry(system, code, day()));
        let _ = (books.instead(system, code, day(), 9), books.notes(system, code));
        let _ = (books.flags(system, code, day()), books.excludes1(code, "A000"));
        let _ = (books.children(system, code, day()), books.sections(system));
        for all in [false, true] {
            let search = Search { all, ..Search::new(system, code, day()) };
            let _ = books.search(&search);
        }
    }
    for text in [
        "cholera",
        "chloera classic",
        "rice water",
        "fievre",
        "a b c d e f g h i j k l m n o p q r",
    ] {
        let _ = books.search(&Search::new(CodeSystem::Icd10Cm, text, day()));
    }
}

/// The same bytes with a checksum that holds.
fn resealed(mut pack: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    if pack.len() > 40 {
        let sum = Sha256::digest(&pack[40..]);
        pack[8..40].copy_from_slice(&sum);
    }
    pack
}

#[test]
fn damage_is_told_apart() {
    let pack = small();
    let load = |bytes: Vec<u8>| CodeBooks::default().load(bytes).map(|info| info.codes);
    assert_eq!(load(pack.clone()), Ok(3));
    assert_eq!(load(Vec::new()), Err(BadPack::NotAPack));
    assert_eq!(load(b"PK\x03\x04 a zip".to_vec()), Err(BadPack::NotAPack));
    assert_eq!(load(pack[..pack.len() - 1].to_vec()), Err(BadPack::Truncated));
    assert_eq!(load(pack[..20].to_vec()), Err(BadPack::Truncated));
    let mut other = pack.clone();
    other[4] = 9;
    assert_eq!(load(other), Err(BadPack::Version { found: 9 }));
    for at in 40..pack.len() {
        let mut changed = pack.clone();
        changed[at] ^= 4;
        let refused = load(changed).expect_err("a changed byte");
        assert!(matches!(refused, BadPack::Damaged | BadPack::Truncated), "{at}: {refused}");
    }
}

#[test]
fn a_pack_that_is_refused_changes_nothing() {
    let mut books = CodeBooks::default();
    books.load(small()).expect("a pack");
    books.load(vec![1, 2, 3]).expect_err("no pack");
    assert_eq!(books.status(CodeSystem::Icd10Cm, "A000", day()), CodeStatus::Valid);
    books.load(small()).expect("the same again");
    assert_eq!(books.tables(CodeSystem::Icd10Cm).len(), 1);
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let pack = |codes: &[&str]| {
        let mut builder = PackBuilder::new("x", CodeSystem::Cpt, "1", day());
        codes.iter().for_each(|code| builder.add(PackRow::new(code, "the same words, again")));
        builder.build()
    };
    assert_eq!(pack(&["1", "2", "3"]), pack(&["3", "1", "2"]));
    assert!(
        pack(&["1", "1"]).is_err() && pack(&[""]).is_err() && pack(&["1234567890123456"]).is_err()
    );
    assert!(pack(&[]).is_ok());
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut books = CodeBooks::default();
        prop_assert!(books.load(bytes).is_err());
    }

    #[test]
    fn a_broken_pack_with_a_good_checksum_never_panics(
        changes in proptest::collection::vec((40usize..2000, any::<u8>()), 1..12),
        cut in 0usize..4000,
    ) {
        let mut pack = small();
        for (at, byte) in changes {
            let at = at % pack.len();
            if at >= 40 {
                pack[at] = byte;
            }
        }
        if cut < pack.len() && cut > 100 {
            pack.truncate(cut);
        }
        let mut books = CodeBooks::default();
        if books.load(resealed(pack)).is_ok() {
            ask(&books);
        }
    }

    #[test]
    fn any_text_comes_back_to_the_byte(texts in proptest::collection::vec(any::<String>(), 1..20)) {
        let mut builder = PackBuilder::new("x", CodeSystem::Cpt, "1", day());
        for (n, text) in texts.iter().enumerate() {
            builder.add(PackRow::new(&n.to_string(), text));
        }
        let mut books = CodeBooks::default();
        books.load(builder.build().expect("a pack")).expect("whole");
        for (n, text) in texts.iter().enumerate() {
            let entry = books.entry(CodeSystem::Cpt, &n.to_string(), day()).expect("listed");
            prop_assert_eq!(&entry.description, text);
        }
    }

    #[test]
    fn any_search_answers(text in any::<String>(), limit in 0usize..50) {
        let mut books = CodeBooks::default();
        books.load(small()).expect("a pack");
        for system in CodeSystem::ALL {
            let search = Search { limit, ..Search::new(system, &text, day()) };
            prop_assert!(books.search(&search).len() <= limit);
            let _ = (books.status(system, &text, day()), system.shapes(&text));
            let _ = (books.instead(system, &text, day(), limit), books.entry(system, &text, day()));
        }
    }
}

#[test]
fn a_long_text_is_kept_whole() {
    let words: Vec<String> = (0..3000).map(|n| format!("w{n}")).collect();
    let text = words.join(" ");
    let mut builder = PackBuilder::new("x", CodeSystem::Taxonomy, "1", day());
    builder.add(PackRow::new("207Q00000X", &text));
    let mut books = CodeBooks::default();
    books.load(builder.build().expect("a pack")).expect("whole");
    let entry = books.entry(CodeSystem::Taxonomy, "207Q00000X", day()).expect("listed");
    assert_eq!(entry.description, text);
}
