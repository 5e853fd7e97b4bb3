//! The shipped packs: do they come from their sources, and do they answer as their owners' lists do?

use std::fs;
use std::path::Path;

use superbill_codes::{
    CodeBooks, CodeFlags, CodeStatus, CodeSystem, NoteKind, SHIPPED, Search, shipped,
};
use superbill_types::Date;

fn pack(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pkg/codes");
    fs::read(folder.join(format!("{name}.pack"))).expect("a pack: run `cargo xtask codes`")
}

fn table(file: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/packs").join(file)).ok()
}

fn books() -> CodeBooks {
    let mut books = CodeBooks::default();
    for (name, _) in SHIPPED {
        books.load(pack(name)).expect("a whole pack");
    }
    books
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

const TODAY: &str = "2026-11-23";

/// Codes of the source table, with their texts put together again.
fn rows(name: &str) -> Vec<(String, String)> {
    let mut above: Vec<char> = Vec::new();
    let text = table(&format!("{name}.tsv")).expect("a table");
    let lines = text.lines().filter(|line| !line.starts_with(['#', '=']));
    let read = lines.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let (head, tail): (usize, usize) =
            (columns[2].parse().expect("a number"), columns[3].parse().expect("a number"));
        let mut whole = above[..head].to_vec();
        whole.extend(columns[4].chars());
        whole.extend(&above[above.len() - tail..]);
        above.clone_from(&whole);
        (columns[0].to_owned(), whole.into_iter().collect())
    });
    read.collect()
}

#[test]
fn packs_are_what_their_sources_make() {
    for (name, system) in SHIPPED {
        let built = shipped(name, system, table).expect("a pack");
        assert!(built == pack(name), "{name} is stale: run `cargo xtask codes`");
    }
}

#[test]
fn every_text_comes_back_whole() {
    let books = books();
    for (name, system) in SHIPPED {
        let rows = rows(name);
        assert!(rows.len() > 300, "{name}");
        for (code, text) in rows {
            let entry = books.entry(system, &code, day(TODAY)).expect("listed");
            assert_eq!((&entry.code, &entry.description), (&code, &text));
        }
    }
}

#[test]
fn counts_are_those_of_the_owners() {
    let books = books();
    let count = |system, name: &str, on: &str| {
        let (mut valid, mut header) = (0, 0);
        for (code, _) in rows(name) {
            match books.status(system, &code, day(on)) {
                CodeStatus::Valid => valid += 1,
                CodeStatus::Header => header += 1,
                _ => {}
            }
        }
        (valid, header)
    };
    assert_eq!(count(CodeSystem::Icd10Cm, "icd10cm", TODAY), (74_879, 23_524));
    assert_eq!(count(CodeSystem::Icd10Cm, "icd10cm", "2025-10-01").0, 74_719);
    assert_eq!(count(CodeSystem::Icd10Pcs, "icd10pcs", "2026-10-01"), (79_256, 0));
}

#[test]
fn a_code_is_judged_as_of_the_day() {
    let books = books();
    let status = |code: &str, on: &str| books.status(CodeSystem::Icd10Cm, code, day(on));
    assert_eq!(status("M54.5", "2020-01-01"), CodeStatus::Valid);
    assert_eq!(status("M545", TODAY), CodeStatus::Header);
    assert_eq!(status("M54.50", TODAY), CodeStatus::Valid);
    let not_yet = CodeStatus::NotInEffect { from: Some(day("2021-10-01")), to: None };
    assert_eq!(status("M5450", "2021-09-30"), not_yet);
    assert_eq!(status("T1490", "2016-01-01"), CodeStatus::Valid);
    assert_eq!(status("T1490", "2018-01-01"), CodeStatus::Header);
    assert_eq!(
        status("U071", "2020-03-31"),
        CodeStatus::NotInEffect { from: Some(day("2020-04-01")), to: None }
    );
    assert_eq!(status("A00.99", TODAY), CodeStatus::Unknown);
    assert_eq!(status("", TODAY), CodeStatus::Unknown);
    assert_eq!(status("m5450", TODAY), CodeStatus::Unknown);
}

#[test]
fn flags_of_the_code_editor_are_dated() {
    let books = books();
    let all = rows("icd10cm");
    let count = |flag: CodeFlags, on: &str| {
        let flags = all.iter().filter_map(|it| books.flags(CodeSystem::Icd10Cm, &it.0, day(on)));
        flags.filter(|it| it.has(flag)).count()
    };
    let today = "2026-10-01";
    assert_eq!(count(CodeFlags::EXTERNAL_CAUSE, today), 7461);
    assert_eq!(count(CodeFlags::UNSPECIFIED, today), 3476);
    assert_eq!(count(CodeFlags::UNACCEPTABLE_PRINCIPAL, today), 2667);
    assert_eq!(count(CodeFlags::MATERNITY, today), 2587);
    assert_eq!(count(CodeFlags::ADULT, today), 857);
    assert_eq!(count(CodeFlags::MANIFESTATION, today), 422);
    assert_eq!(count(CodeFlags::PEDIATRIC, today), 126);
    assert_eq!(count(CodeFlags::NEWBORN, today), 42);
    assert_eq!(count(CodeFlags::QUESTIONABLE_ADMISSION, today), 30);
    assert_eq!(count(CodeFlags::FEMALE, today), 0);
    assert!(count(CodeFlags::FEMALE, "2024-09-30") > 3000);
}

#[test]
fn a_refused_code_comes_with_others() {
    let books = books();
    let instead = |code: &str| -> Vec<String> {
        let found = books.instead(CodeSystem::Icd10Cm, code, day(TODAY), 8);
        found.into_iter().map(|it| it.shown).collect()
    };
    assert_eq!(instead("M54.5"), ["M54.50", "M54.51", "M54.59"]);
    assert_eq!(instead("S02.3XXA"), ["S02.30XA", "S02.31XA", "S02.32XA"]);
    assert_eq!(instead("S00.03")[0], "S00.03XA");
    assert!(instead("E11.6599").iter().all(|it| it.starts_with("E11.65")));
    assert!(instead("").len() <= 8 && instead("é").is_empty());
}

#[test]
fn notes_stand_where_the_tabular_list_has_them() {
    let books = books();
    let notes = books.notes(CodeSystem::Icd10Cm, "E11.65");
    let kinds = |kind| notes.iter().filter(move |it| it.kind == kind).collect::<Vec<_>>();
    assert!(kinds(NoteKind::UseAdditional).iter().any(|it| it.at == "E11"));
    assert!(kinds(NoteKind::Excludes1).iter().any(|it| it.text.contains("gestational diabetes")));
    assert!(
        books.notes(CodeSystem::Icd10Cm, "S00.03XA").iter().any(|it| {
            it.kind == NoteKind::SeventhCharacter && it.text == "A initial encounter"
        })
    );
    assert!(books.excludes1("E1165", "O24410").is_some());
    assert!(books.excludes1("O24410", "E11.65").is_some());
    assert!(books.excludes1("E1165", "I10").is_none());
}

#[test]
fn a_list_can_be_browsed() {
    let books = books();
    let sections = books.sections(CodeSystem::Icd10Cm);
    assert_eq!((sections[0].at.as_str(), sections[0].depth), ("A00-B99", 0));
    assert_eq!((sections[1].at.as_str(), sections[1].depth), ("A00-A09", 1));
    assert_eq!(sections[1].title, "Intestinal infectious diseases");
    assert_eq!(sections.iter().filter(|it| it.depth == 0).count(), 22);
    let below = |code: &str| -> Vec<String> {
        let found = books.children(CodeSystem::Icd10Cm, code, day(TODAY));
        found.into_iter().map(|it| it.shown).collect()
    };
    assert_eq!(below("M54.5"), ["M54.50", "M54.51", "M54.59"]);
    assert!(below("S00.03").contains(&"S00.03XA".to_owned()) && below("M54.50").is_empty());
    assert!(below("").iter().all(|it| it.len() == 3) && below("").len() > 1900);
    let entry = books.entry(CodeSystem::Icd10Cm, "T14.90", day("2016-01-01")).expect("listed");
    assert_eq!((entry.from, entry.to), (Some(day("2015-10-01")), Some(day("2017-09-30"))));
}

#[test]
fn lists_without_levels_and_what_is_not_here() {
    let books = books();
    let status = |system, code| books.status(system, code, day(TODAY));
    assert_eq!(status(CodeSystem::Hcpcs, "J1885"), CodeStatus::Valid);
    assert_eq!(status(CodeSystem::Hcpcs, "D0120"), CodeStatus::NotLoaded);
    assert_eq!(status(CodeSystem::Cpt, "99213"), CodeStatus::NotLoaded);
    assert_eq!(status(CodeSystem::Modifier, "LT"), CodeStatus::Valid);
    assert_eq!(status(CodeSystem::Modifier, "25"), CodeStatus::NotLoaded);
    assert_eq!(status(CodeSystem::Modifier, "Q9X"), CodeStatus::Unknown);
    assert_eq!(status(CodeSystem::MsDrg, "470"), CodeStatus::Valid);
    assert_eq!(status(CodeSystem::TypeOfBill, "0131"), CodeStatus::Valid);
    assert_eq!(status(CodeSystem::TypeOfBill, "132"), CodeStatus::Valid);
    assert_eq!(status(CodeSystem::TypeOfBill, "136"), CodeStatus::Unknown);
    let entry = books.entry(CodeSystem::Icd10Cm, "S0003XA", day(TODAY)).expect("listed");
    assert_eq!(entry.parent.as_deref(), Some("S0003"));
    assert_eq!(books.tables(CodeSystem::Icd10Cm)[0].edition, "FY2027");
}

fn found(books: &CodeBooks, text: &str) -> Vec<String> {
    let search = Search::new(CodeSystem::Icd10Cm, text, day(TODAY));
    books.search(&search).into_iter().map(|it| it.entry.shown).collect()
}

#[test]
fn people_find_what_they_mean() {
    let books = books();
    let first = [
        ("low back", "M54.50"),
        ("lower back pain", "M54.50"),
        ("chest pain", "R07.9"),
        ("diab", "E11.9"),
        ("sugar", "E11.9"),
        ("type 2 diab", "E11.9"),
        ("diabetes neuropathy", "E11.40"),
        ("heart attack", "I21.9"),
        ("high blood p", "I10"),
        ("hypertension", "I10"),
        ("headache", "R51.9"),
        ("flu", "J11.1"),
        ("uti", "N39.0"),
        ("sjogren", "M35.00"),
        ("Sjögren", "M35.00"),
        ("lumbago", "M54.50"),
        ("e11.9", "E11.9"),
        ("E119", "E11.9"),
        ("gerd", "K21.9"),
        ("knee pain right", "M25.561"),
        ("pain in the right knee", "M25.561"),
        ("asthma", "J45.909"),
        ("crohn's disease of small", "K50.00"),
        ("hyperchol", "E78.00"),
        ("annual physical", "Z00.00"),
        ("broken wrist", "S52.501A"),
        ("copd exac", "J44.1"),
        ("low back pain with sciatica", "M54.40"),
        ("diabetic foot ulcer", "E11.621"),
        ("dm2 neuropathy", "E11.40"),
        ("rt knee pain", "M25.561"),
        ("afib", "I48.91"),
        ("n/v", "R11.2"),
        ("laceration left hand", "S61.412A"),
        ("fall from ladder", "W11.XXXA"),
        ("cellulitis right lower limb", "L03.115"),
    ];
    for (text, code) in first {
        let found = found(&books, text);
        assert_eq!(found.first().map(String::as_str), Some(code), "{text}: {found:?}");
    }
}

#[test]
fn every_name_leads_to_its_code() {
    let books = books();
    for (name, system) in SHIPPED {
        for (code, text) in rows(name).into_iter().step_by(97) {
            let valid = books.status(system, &code, day(TODAY)) == CodeStatus::Valid;
            if valid && !text.is_empty() {
                let found = books.search(&Search::new(system, &text, day(TODAY)));
                assert!(found.iter().any(|it| it.entry.code == code), "{code} {text}");
            }
        }
    }
}

#[test]
fn synonyms_are_in_order_and_lead_to_codes_of_today() {
    let books = books();
    let text = table("icd10cm_synonyms.tsv").expect("a table");
    let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.windows(2).all(|pair| pair[0].split('\t').next() < pair[1].split('\t').next()));
    for row in rows {
        let columns: Vec<&str> = row.split('\t').collect();
        assert!(columns.len() == 3 && (columns[1].len() + columns[2].len() > 0), "{row}");
        for code in columns[2].split_whitespace() {
            let status = books.status(CodeSystem::Icd10Cm, code, day(TODAY));
            assert_eq!(status, CodeStatus::Valid, "{row}: {code}");
        }
    }
}

#[test]
fn slips_of_the_finger_are_forgiven() {
    let books = books();
    for (text, code) in [
        ("astma", "J45.909"),
        ("pnuemonia", "J18.9"),
        ("apendicitis", "K35.80"),
        ("migrane", "G43.909"),
        ("hypertenison", "I10"),
        ("diabtes", "E11.9"),
        ("lumbgo", "M54.41"),
    ] {
        let found = found(&books, text);
        assert!(found.iter().take(8).any(|it| it == code), "{text}: {found:?}");
    }
}

#[test]
fn only_what_can_be_billed_that_day_is_found() {
    let books = books();
    assert_eq!(found(&books, "M54.5"), ["M54.50", "M54.51", "M54.59"]);
    assert_eq!(found(&books, "s02.3xxa"), ["S02.30XA", "S02.31XA", "S02.32XA"]);
    assert!(found(&books, "M54").iter().all(|it| it.len() > 4));
    for on in ["2016-01-01", "2020-01-01", TODAY] {
        for text in ["low back pain", "M54", "fracture femur", "covid", "t"] {
            let search = Search::new(CodeSystem::Icd10Cm, text, day(on));
            for found in books.search(&search) {
                assert_eq!(found.entry.status, CodeStatus::Valid, "{text} {on}");
            }
        }
    }
    let search = Search::new(CodeSystem::Icd10Cm, "low back pain", day("2020-01-01"));
    assert_eq!(books.search(&search)[0].entry.code, "M545");
    let all = Search { all: true, ..Search::new(CodeSystem::Icd10Cm, "M54.5", day(TODAY)) };
    assert_eq!(books.search(&all)[0].entry.status, CodeStatus::Header);
}

#[test]
fn favourites_come_first_and_then_what_was_used_of_late() {
    let books = books();
    let plain = Search::new(CodeSystem::Icd10Cm, "low back pain", day(TODAY));
    let codes = |search: Search<'_>| -> Vec<String> {
        books.search(&search).into_iter().take(2).map(|it| it.entry.shown).collect()
    };
    let search = Search { favourites: &["M54.59"], recent: &["M5451", "Z00.00"], ..plain.clone() };
    assert_eq!(codes(search), ["M54.59", "M54.51"]);
    assert_eq!(codes(Search { limit: 0, ..plain }), [""; 0]);
}

#[test]
fn other_lists_are_searched_too() {
    let books = books();
    let first = |system, text: &str| {
        let found = books.search(&Search::new(system, text, day(TODAY)));
        found.first().map(|it| it.entry.code.clone())
    };
    assert_eq!(first(CodeSystem::Hcpcs, "ketorolac").as_deref(), Some("J1885"));
    assert_eq!(first(CodeSystem::PlaceOfService, "urgent").as_deref(), Some("20"));
    assert_eq!(first(CodeSystem::PlaceOfService, "11").as_deref(), Some("11"));
    assert_eq!(first(CodeSystem::State, "new y").as_deref(), Some("NY"));
    assert_eq!(first(CodeSystem::MsDrg, "heart transplant").as_deref(), Some("001"));
    assert_eq!(first(CodeSystem::Modifier, "left side").as_deref(), Some("LT"));
    assert_eq!(first(CodeSystem::Cpt, "office"), None);
}
