//! Fee schedules: do packs of published and of own files give the amounts they say, to the cent?
//!
//! The files are synthetic, in the layouts that CMS publishes; their codes are made up.

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use superbill_codes::loaders::{LoadOptions, TableFile, load};
use superbill_codes::{CodeBooks, FeeAnswer, FeeQuestion, PackInfo};
use superbill_types::Date;

/// The layout of 2025: notices, names of columns over five lines, rows.
const VALUES: &str = include_str!("fees/PPRRVU2025_Oct.csv");
const INDICES: &str = include_str!("fees/GPCI2025.csv");

fn loaded(files: &[(&str, &str)], edition: &str) -> Result<(CodeBooks, PackInfo), String> {
    let files: Vec<TableFile<'_>> =
        files.iter().map(|(name, text)| TableFile { name, bytes: text.as_bytes() }).collect();
    let edition = (!edition.is_empty()).then(|| edition.to_owned());
    let options = LoadOptions { edition, ..LoadOptions::default() };
    let pack = load(&files, &options).map_err(|bad| bad.to_string())?;
    let mut books = CodeBooks::default();
    let info = books.load(pack).map_err(|bad| bad.to_string())?;
    Ok((books, info))
}

fn asked<'a>(code: &'a str, on: &str) -> FeeQuestion<'a> {
    let on: Date = on.parse().expect("a day");
    FeeQuestion { schedule: "", code, modifiers: &[], locality: "", facility: false, on }
}

fn medicare() -> CodeBooks {
    let files = [("rvu/PPRRVU2025_Oct.csv", VALUES), ("rvu/GPCI2025.csv", INDICES)];
    loaded(&files, "").expect("a pack").0
}

fn told(answer: FeeAnswer) -> String {
    match answer {
        FeeAnswer::Fee { amount, edition } => format!("{amount} of {edition}"),
        FeeAnswer::NoAmount { status, .. } => format!("no amount: {status}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn medicares_amounts_are_values_times_indices_times_the_factor() {
    let books = medicare();
    let fee = |question: FeeQuestion<'_>| told(books.fee(&question));
    let office = asked("Z0001", "2025-06-01");
    // (0.45 + 0.33 + 0.04) * 32.3465 = 26.52413
    assert_eq!(fee(office), "26.52 of 2025 Q4");
    // (0.45 + 0.25 + 0.04) * 32.3465 = 23.93641
    assert_eq!(fee(FeeQuestion { facility: true, ..office }), "23.94 of 2025 Q4");
    // (0.45 * 1.5 + 0.33 * 1.081 + 0.04 * 0.592) * 32.3465 = 34.1390...
    for locality in ["02102-01", "0210201"] {
        assert_eq!(fee(FeeQuestion { locality, ..office }), "34.14 of 2025 Q4");
    }
    let nowhere = FeeQuestion { locality: "02102-77", ..office };
    assert!(fee(nowhere).starts_with("UnknownLocality"));
    assert!(fee(asked("Z0009", "2025-06-01")).starts_with("NotListed"));
    assert_eq!(fee(asked("Z0001", "2026-01-01")), "NotLoaded");
    assert_eq!(fee(asked("Z0003", "2025-06-01")), "no amount: C");
}

#[test]
fn halves_of_a_cent_go_up() {
    let values = VALUES.replace("32.3465", "0.5000");
    let books = loaded(&[("PPRRVU2025_Oct.csv", &values)], "").expect("a pack").0;
    // (0.01) * 0.5 = 0.005
    assert_eq!(told(books.fee(&asked("Z0004", "2025-06-01"))), "0.01 of 2025 Q4");
}

#[test]
fn components_have_rows_of_their_own_and_images_are_capped() {
    let books = medicare();
    let fee = |modifiers: &[&str]| {
        told(books.fee(&FeeQuestion { modifiers, ..asked("Z0002", "2025-06-01") }))
    };
    // The technical part: 0.80 + 0.01 by itself, 0.50 + 0.01 where a hospital's is less.
    assert_eq!(fee(&["TC"]), "16.50 of 2025 Q4");
    assert_eq!(fee(&["59", "26"]), "7.44 of 2025 Q4");
    assert_eq!(fee(&["59"]), fee(&[]));
    let day = "2025-06-01".parse().expect("a day");
    let record = books.relative_values("Z0002", &["TC"], day).expect("listed");
    assert_eq!((&*record.modifier, record.work.to_string()), ("TC", "0".to_owned()));
    assert_eq!((&*record.components, &*record.global_days, &*record.bilateral), ("1", "XXX", "0"));
    assert!(record.rare_in_facility && !record.rare_in_office);
    assert_eq!(record.conversion_factor.to_string(), "32.3465");
    let surgery = books.relative_values("Z0004", &[], day).expect("listed");
    let marks = [&*surgery.multiple, &surgery.assistant, &surgery.co_surgeon, &surgery.team];
    assert_eq!(
        (marks, &*surgery.global_days, &*surgery.base),
        (["3", "2", "1", "0"], "090", "Z0001")
    );
}

#[test]
fn localities_are_listed_with_their_indices() {
    let books = medicare();
    let places = books.localities("2025-01-01".parse().expect("a day"));
    let ids: Vec<&str> = places.iter().map(|it| &*it.id).collect();
    assert_eq!(ids, ["10112-00", "02102-01"]);
    assert_eq!((&*places[1].state, &*places[1].name), ("AK", "SOMEWHERE COLD*"));
    assert_eq!(places[1].work.to_string(), "1.5");
    let tables = books.fee_tables();
    assert_eq!((tables.len(), &*tables[0].name, tables[0].codes), (1, "medicare-fees-2025", 4));
}

#[test]
fn a_practices_schedule_has_days_and_modifiers() {
    let file = "Our fees\n\nProcedure Code;Modifier;Amount;From;To\nZ0001;;$1,250.00;2025-01-01;2025-12-31\n\
        Z0001;;1300;2026-01-01;\nZ0001;TC;600.5;;\nZ0002;;10.00;;\n";
    let (books, info) = loaded(&[("acme.csv", file)], "2026").expect("a pack");
    assert_eq!((&*info.name, info.codes), ("fees-acme", 2));
    let fee = |modifiers: &[&str], on: &str| {
        let question = FeeQuestion { schedule: "acme", modifiers, ..asked("Z0001", on) };
        told(books.fee(&question))
    };
    assert_eq!(fee(&[], "2025-12-31"), "1250.00 of 2026");
    assert_eq!(fee(&["59"], "2026-01-01"), "1300.00 of 2026");
    assert_eq!(fee(&["59", "TC"], "2026-01-01"), "600.50 of 2026");
    assert!(fee(&[], "2024-12-31").starts_with("NotListed"));
    assert_eq!(told(books.fee(&asked("Z0001", "2026-01-01"))), "NotLoaded");
}

#[test]
fn what_makes_no_schedule_says_why() {
    let broken = format!("{VALUES}Z00,,too short\n");
    let column = VALUES.replace("CONV", "OTHER");
    let amount = "code,amount\nZ0001,1.00\nZ0002,1.005\n";
    for (files, edition, what) in [
        (vec![("GPCI2025.csv", INDICES)], "2025", "GPCI2025.csv: these are indices"),
        (vec![("x.csv", VALUES)], "", "x.csv: say which edition"),
        (vec![("PPRRVU2025_Oct.csv", &broken)], "", "PPRRVU2025_Oct.csv: line 17: this is no row"),
        (
            vec![("PPRRVU2025_Oct.csv", &column)],
            "",
            "PPRRVU2025_Oct.csv: line 10: there is no column",
        ),
        (vec![("a.csv", amount)], "2026", "a.csv: line 3: an amount must be"),
        (vec![("a.csv", amount), ("G.csv", INDICES)], "2026", "G.csv: this is another table"),
    ] {
        let told = loaded(&files, edition).err().expect("refused");
        assert!(told.starts_with(what), "{told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_schedule_is_refused_or_answers(
        at in 0_usize..2_000, byte in any::<u8>(), own in any::<bool>(),
    ) {
        let file = if own { ("a.csv", "code,amount\nZ0001,1.00\n") } else { ("PPRRVU2025_Oct.csv", VALUES) };
        let files = [TableFile { name: file.0, bytes: file.1.as_bytes() }];
        let options = LoadOptions { edition: Some("2025".to_owned()), ..LoadOptions::default() };
        let mut pack = load(&files, &options).expect("a pack");
        let at = 40 + at % (pack.len() - 40);
        pack[at] = byte;
        // A checksum that holds: what is wrong is found by the parts themselves.
        let (head, body) = pack.split_at(40);
        let sum = Sha256::new().chain_update(&head[..8]).chain_update(body).finalize();
        pack[8..40].copy_from_slice(&sum);
        let mut books = CodeBooks::default();
        if books.load(pack).is_ok() {
            for code in ["Z0001", "Z0002", "Z0004", "", "é"] {
                for schedule in ["", "a"] {
                    let question = FeeQuestion { schedule, modifiers: &["TC"], ..asked(code, "2025-06-01") };
                    let _ = books.fee(&question);
                    let _ = books.relative_values(code, &[], question.on);
                }
            }
            let _ = (books.localities(asked("", "2025-06-01").on), books.fee_tables());
        }
    }
}
