//! Packs of a practice's own tables: do claims and look-ups answer with them?

#![cfg(all(feature = "claims", feature = "packs-build"))]

use superbill::code_sets::CodeBooks;
use superbill::code_sets::loaders::TableFile;
use superbill::{PackOptions, lookup_text, make_pack};

fn books(options: &PackOptions) -> Result<CodeBooks, Box<dyn std::error::Error>> {
    let file = TableFile { name: "SHORTU.txt", bytes: b"A notice\n\n90000 A MADE-UP ONE\n" };
    let mut books = CodeBooks::default();
    books.load(make_pack(&[file], options)?)?;
    Ok(books)
}

#[test]
fn a_pack_of_cpt_answers_and_without_it_nothing_is_checked() {
    let day = "2026-11-23".parse().expect("a day");
    let text = |books: &CodeBooks, code| lookup_text(&superbill::lookup_all(books, code, day));
    assert_eq!(
        text(&CodeBooks::default(), "90000"),
        "90000: no list at hand has it\ncpt: not checked, no list is loaded\n"
    );
    let edition = Some("2026".to_owned());
    let books = books(&PackOptions { edition, ..PackOptions::default() }).expect("a pack");
    assert_eq!(text(&books, "90000"), "90000 A MADE-UP ONE (cpt)\n  can be billed on 2026-11-23\n");
    assert_eq!(text(&books, "90001"), "90001: no list at hand has it\n");
}

#[test]
fn options_that_make_no_sense_are_told() {
    let told = |options| books(&options).err().expect("refused").to_string();
    let system = Some("cpt-4".to_owned());
    assert!(told(PackOptions { system, ..PackOptions::default() }).contains("no such code system"));
    let on = Some("soon".to_owned());
    assert!(told(PackOptions { on, ..PackOptions::default() }).contains("2026-11-23"));
    let on = Some("2026-06-30".to_owned());
    let books = books(&PackOptions { on, ..PackOptions::default() }).expect("a pack");
    let tables = books.tables(superbill::code_sets::CodeSystem::Cpt);
    assert_eq!(tables.first().map(|it| it.as_of.to_string()).as_deref(), Some("2026-06-30"));
}

#[test]
fn claims_are_checked_against_a_pack() {
    const CLAIMS: &str = include_str!("../../edits/examples/professional.json");
    let at = "2026-11-23T10:00:00Z".to_owned();
    let options = superbill::ScrubOptions { at, ..Default::default() };
    let scrubbed = |claims: &str, books: &CodeBooks| {
        let report = superbill::scrub(claims.as_bytes(), books, &options).expect("claims");
        let table = "rocedure codes (CPT) were not checked";
        let unchecked = report.findings.iter().any(|it| it.message.contains(table));
        let unknown = report.findings.iter().filter(|it| it.name == "procedure-unknown");
        (unchecked, unknown.map(|it| it.path.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(scrubbed(CLAIMS, &CodeBooks::default()), (true, Vec::new()));
    let edition = Some("2026".to_owned());
    let books = books(&PackOptions { edition, ..PackOptions::default() }).expect("a pack");
    let (unchecked, unknown) = scrubbed(CLAIMS, &books);
    assert!(!unchecked && !unknown.is_empty(), "{unknown:?}");
    let listed = CLAIMS.replace("\"99213\"", "\"90000\"").replace("\"99214\"", "\"90000\"");
    assert!(scrubbed(&listed, &books).1.len() < unknown.len());
}
