//! The journal: is any change to what was written found?

mod common;

use common::{money, posted, stamp};
use superbill_accounts::{AccountNote, Book, Damage, Entry, Event, Hash, Journal, PatientPaid};
use superbill_types::Phi;

fn note(text: &str) -> Event {
    let (patient_control_number, text) = (Phi::new("A1".into()), Phi::new(text.into()));
    Event::Note(AccountNote { patient_control_number, text })
}

fn sample() -> Book {
    let mut book = Book::new();
    let text = "claim A1 1 125.00 80.00 P1\n CO 45 25.00\n PR 3 20.00\n patient ROE JANE M7";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    let back = "claim A1 22 -125.00 -80.00 P1\n CO 45 -25.00\n PR 3 -20.00";
    posted(&mut book, "BLUE", "T2", "2026-02-10", back);
    let payment = PatientPaid {
        patient_control_number: Phi::new("A1".into()),
        amount: money("5.00"),
        ..PatientPaid::default()
    };
    book.patient_paid(payment, &stamp("receipt 1"));
    book.undo("receipt 1", "entered twice", &stamp("undo 1"));
    book.note(
        AccountNote {
            patient_control_number: Phi::new("A1".into()),
            text: Phi::new("called".into()),
        },
        &stamp("note 1"),
    );
    book
}

#[test]
fn the_first_hash_is_that_of_the_documented_bytes() {
    // Worked out by hand from the documentation of `canonical.rs`, with Python's hashlib.
    let mut journal = Journal::new();
    journal.append(&stamp("n1"), note("hello")).expect("the id is free");
    assert_eq!(
        journal.head().to_string(),
        "c195282f2224fd37824e16d6c90af0082f018e6c6b9d8b9fab1916a20c0fb2bd"
    );
}

#[test]
fn a_journal_survives_json_and_gives_the_same_ledger() {
    let book = sample();
    let json = serde_json::to_string(book.entries()).expect("plain data");
    assert!(
        json.contains(r#""event":{"kind":"claimPosted","patientControlNumber":"A1""#),
        "{json}"
    );
    assert!(json.contains(r#""treatment":"contractual""#));
    let entries: Vec<Entry> = serde_json::from_str(&json).expect("what was written");
    let restored = Book::restore(entries).expect("nothing was changed");
    assert_eq!(restored.entries(), book.entries());
    assert_eq!(common::page(&restored, "A1"), common::page(&book, "A1"));
}

#[test]
fn a_journal_survives_as_bytes_kept_in_parts() {
    let book = sample();
    let mut bytes = book.journal().bytes_after(3);
    let cut = bytes.len();
    let whole = book.journal().bytes_after(0);
    bytes.splice(0..0, whole[..whole.len() - cut].iter().copied());
    let restored = Book::read(&bytes).expect("nothing was changed");
    assert_eq!(restored.entries(), book.entries());
    assert_eq!(common::page(&restored, "A1"), common::page(&book, "A1"));
    assert!(Book::read(&[]).expect("an empty journal").entries().is_empty());
}

#[test]
fn every_bit_of_kept_bytes_counts() {
    let bytes = sample().journal().bytes_after(0);
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(Book::read(&changed).is_err(), "byte {place}");
    }
    let broken = Book::read(&bytes[..bytes.len() - 1]).expect_err("it is cut");
    assert_eq!(broken.damage, Damage::Bytes);
}

#[test]
fn a_changed_entry_is_found_wherever_it_is() {
    let entries = sample().entries().to_vec();
    for place in 0..entries.len() {
        let sequence = u32::try_from(place).expect("few") + 1;
        let changes: [fn(&mut Entry); 5] = [
            |entry| entry.at = format!("{}0", entry.at).into(),
            |entry| entry.actor = format!("{}x", entry.actor).into(),
            |entry| entry.id = format!("{}x", entry.id).into(),
            |entry| entry.event = note("something else"),
            |entry| entry.hash = Hash::default(),
        ];
        for change in changes {
            let mut changed = entries.clone();
            change(&mut changed[place]);
            let broken = Book::restore(changed).expect_err("it was changed");
            assert_eq!((broken.sequence, broken.damage), (sequence, Damage::Content));
        }
    }
}

#[test]
fn every_letter_of_a_journal_counts() {
    let json = serde_json::to_string(sample().entries()).expect("plain data");
    let mut found = 0;
    for (place, letter) in json.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
        let other = if letter == '1' { "2" } else { "1" };
        let mut changed = json.clone();
        changed.replace_range(place..=place, other);
        let read: Result<Vec<Entry>, _> = serde_json::from_str(&changed);
        if let Ok(entries) = read {
            assert!(Book::restore(entries).is_err(), "{}", &json[place - 20..place + 20]);
            found += 1;
        }
    }
    assert!(found > 500, "{found}");
}

#[test]
fn a_dropped_moved_or_repeated_entry_is_found() {
    let entries = sample().entries().to_vec();
    let damage = |entries: Vec<Entry>| {
        let broken = Book::restore(entries).expect_err("it was changed");
        (broken.sequence, broken.damage)
    };
    let mut dropped = entries.clone();
    dropped.remove(2);
    assert_eq!(damage(dropped), (3, Damage::Sequence));
    let mut moved = entries.clone();
    moved.swap(1, 2);
    assert_eq!(damage(moved), (2, Damage::Sequence));
    let mut renumbered = entries.clone();
    renumbered.remove(2);
    renumbered[2].sequence = 3;
    assert_eq!(damage(renumbered), (3, Damage::Previous));
    let mut repeated = entries.clone();
    repeated.insert(1, entries[1].clone());
    assert_eq!(damage(repeated), (3, Damage::Sequence));
    let cut = entries[..3].to_vec();
    let shorter = Book::restore(cut).expect("a cut at the end shows only in the last hash");
    assert_ne!(shorter.journal().head(), entries[entries.len() - 1].hash);
}

#[test]
fn a_chain_that_holds_may_still_refer_to_nothing() {
    let mut journal = Journal::new();
    let undone = superbill_accounts::Undone { entry: "nowhere".into(), ..Default::default() };
    journal.append(&stamp("u1"), Event::Undone(undone)).expect("the id is free");
    let broken = Book::restore(journal.entries().to_vec()).expect_err("there is no such entry");
    assert_eq!((broken.sequence, broken.damage), (1, Damage::Reference));
    assert!(broken.to_string().contains("journal entry 1"));
}

#[test]
fn a_journal_is_read_from_any_place_and_takes_an_id_once() {
    let book = sample();
    assert_eq!(book.journal().entries_after(0).len(), book.journal().len());
    assert_eq!(book.journal().entries_after(5).len(), book.journal().len() - 5);
    assert!(book.journal().entries_after(99).is_empty());
    let mut journal = Journal::restore(book.entries().to_vec()).expect("it holds");
    let before = journal.head();
    assert!(journal.append(&stamp("note 1"), note("again")).is_none());
    assert_eq!(journal.head(), before);
    assert!(journal.verify().is_ok());
}
