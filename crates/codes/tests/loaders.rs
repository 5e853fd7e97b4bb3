//! Loaders: do files in their owners' layouts become packs that answer as they say?
//!
//! Every code below is made up, or of a list that is in the public domain; so is every text.

#![cfg(feature = "build")]

use proptest::prelude::*;
use superbill_codes::loaders::{BadTable, LoadOptions, TableFile, Wrong, load};
use superbill_codes::{
    AddOnAnswer, CodeBooks, CodeEntry, CodeStatus, CodeSystem, NcciSetting, PackInfo, PairAnswer,
    UnitAnswer,
};
use superbill_types::Date;

const NOTICE: &str = "A notice of the owner.\r\nCode, description and other data, its own.\r\n\
    ALL RIGHTS RESERVED\r\n\r\n";

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn options(system: Option<CodeSystem>, edition: &str) -> LoadOptions {
    let edition = Some(edition.to_owned()).filter(|it| !it.is_empty());
    LoadOptions { system, edition, ..LoadOptions::default() }
}

fn loaded(
    files: &[(&str, &str)],
    options: &LoadOptions,
) -> Result<(CodeBooks, PackInfo), BadTable> {
    let files: Vec<TableFile<'_>> =
        files.iter().map(|(name, text)| TableFile { name, bytes: text.as_bytes() }).collect();
    let mut books = CodeBooks::default();
    let info = books.load(load(&files, options)?).expect("a pack");
    Ok((books, info))
}

fn told(files: &[(&str, &str)], options: &LoadOptions) -> String {
    loaded(files, options).err().expect("refused").to_string()
}

fn entry(books: &CodeBooks, system: CodeSystem, code: &str) -> CodeEntry {
    books.entry(system, code, day("2026-11-23")).expect("listed")
}

#[test]
fn procedures_come_below_a_notice_with_blanks_or_tabs() {
    let short = format!("{NOTICE}90000 MADE-UP PROC\r\n9999F A MEASURE\r\n");
    let long = format!("{NOTICE}90000\tA made-up procedure of 2\" or more\n9999F\tA measure\n");
    let fixed = format!("{NOTICE}90000 A made-up procedure\n90000 that goes on\n9999F A measure\n");
    for (files, text) in [
        (vec![("in/SHORTU.txt", &*short)], "MADE-UP PROC"),
        (
            vec![("SHORTU.txt", &*short), ("LONGULT.txt", &*long)],
            "A made-up procedure of 2\" or more",
        ),
        (vec![("LONGULF.txt", &*fixed)], "A made-up procedure that goes on"),
    ] {
        let (books, info) = loaded(&files, &options(None, "2026")).expect("a pack");
        assert_eq!((&*info.name, info.system, info.codes), ("cpt", CodeSystem::Cpt, 2));
        assert_eq!((&*info.edition, info.as_of), ("2026", day("2026-12-31")));
        assert!(info.source.contains("made on this machine from "), "{}", info.source);
        let found = entry(&books, CodeSystem::Cpt, "90000");
        assert_eq!((&*found.description, found.status), (text, CodeStatus::Valid));
        let unknown = books.status(CodeSystem::Cpt, "90001", day("2026-11-23"));
        assert_eq!(unknown, CodeStatus::Unknown);
    }
}

#[test]
fn deleted_procedures_end_the_day_before_and_end_nothing_that_is_listed() {
    let list = format!("{NOTICE}90000 A MADE-UP PROCEDURE\n");
    let ended = "Concept Id\tCPT Code\tDate Deleted\tLevel\tDescription\tInstruction\n\
        1000001\t90001\t20250101\t4\tAn ended \"procedure\t\n\
        1000002\t90002\t1/1/2020\t4\tAnother\t(use 90000)\n\
        1000003\t90000\t20100101\t4\tCame back\t\n\
        1000004\t90003\tPre-1990\t4\tOld\t\n";
    let files = [("Deleted_DTK_tab.txt", ended), ("MEDU.txt", &*list)];
    let (books, info) = loaded(&files, &options(None, "2026")).expect("a pack");
    assert_eq!((&*info.name, info.codes), ("cpt", 4));
    let status = |code, on| books.status(CodeSystem::Cpt, code, day(on));
    assert_eq!(status("90001", "2024-12-31"), CodeStatus::Valid);
    let last = CodeStatus::NotInEffect { from: None, to: Some(day("2024-12-31")) };
    assert_eq!(status("90001", "2025-01-01"), last);
    assert!(
        status("90002", "2020-01-01").is_refused() && status("90003", "2000-01-01").is_refused()
    );
    assert_eq!(status("90000", "2026-01-01"), CodeStatus::Valid);
}

#[test]
fn modifiers_of_procedures_have_their_own_pack() {
    let file = "OF THE OWNER: A NOTICE\n\nCategory I\n22 More Work Than Usual\n99 Some Others\n\n\
        Level II\nLT Left\n25 Also Made Up\n";
    let (books, info) = loaded(&[("MODUL.txt", file)], &options(None, "2026")).expect("a pack");
    assert_eq!((&*info.name, info.codes), ("cpt-modifier", 4));
    assert_eq!(entry(&books, CodeSystem::Modifier, "22").description, "More Work Than Usual");
    let none = CodeBooks::default().status(CodeSystem::Modifier, "22", day("2026-11-23"));
    assert_eq!(none, CodeStatus::NotLoaded);
    // Others do not make CPT's known.
    let others = "Modifier Code\tDescription\nLT\tLeft\nRT\tRight\n";
    let (books, info) = loaded(&[("list.txt", others)], &options(None, "2026")).expect("a pack");
    assert_eq!(&*info.name, "modifier");
    let status = books.status(CodeSystem::Modifier, "22", day("2026-11-23"));
    assert_eq!(status, CodeStatus::NotLoaded);
}

/// A record of the alpha-numeric file: code, what it is, text, first and last day.
fn record(code: &str, kind: char, text: &str, from: &str, to: &str) -> String {
    format!("{code:>5}{:>5}{kind}{text:<80}{:<177}{from:8}00000000{to:8}{:<28}\r\n", "0010", "", "")
}

#[test]
fn the_alphanumeric_file_gives_codes_or_modifiers() {
    let file = [
        record("A0021", '3', "Ambulance service, outside state,", "19820101", "00000000"),
        record("A0021", '4', "per mile", "", ""),
        record("A9999", '3', "Something", "20200101", "20241231"),
        record("D0120", '3', "Dental", "19820101", "00000000"),
        record("D0120", '4', "more", "", ""),
        record("LT", '7', "Left side", "19820101", "00000000"),
        record("LT", '8', "of the body", "", ""),
    ]
    .concat();
    let files = [("HCPC2026_OCT_ANWEB.txt", &*file)];
    let (books, info) = loaded(&files, &options(None, "")).expect("a pack");
    assert_eq!((&*info.name, info.codes, &*info.edition), ("hcpcs", 2, "2026 Q4"));
    let found = entry(&books, CodeSystem::Hcpcs, "A0021");
    assert_eq!(found.description, "Ambulance service, outside state, per mile");
    assert_eq!((found.from, found.to), (Some(day("1982-01-01")), None));
    assert!(books.status(CodeSystem::Hcpcs, "A9999", day("2024-12-31")).is_valid());
    assert!(books.status(CodeSystem::Hcpcs, "A9999", day("2025-01-01")).is_refused());
    let (books, info) = loaded(&files, &options(Some(CodeSystem::Modifier), "")).expect("a pack");
    assert_eq!((&*info.name, info.codes), ("modifier", 1));
    assert_eq!(entry(&books, CodeSystem::Modifier, "LT").description, "Left side of the body");
    let broken = [&*file, "no record\r\n"].concat();
    let bad = told(&[("HCPC2026_OCT_ANWEB.txt", &broken)], &options(None, ""));
    assert_eq!(bad, "HCPC2026_OCT_ANWEB.txt: line 8: this is no row of the table");
}

#[test]
fn a_taxonomy_has_texts_of_several_lines() {
    let file = "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\r\n\
        101Y00000X,Group,Made-up Counselor,,\"Of several\r\nlines, \"\"quoted\"\"\",,A Counselor,Individual\r\n\
        207Q00000X,Group,Made-up Doctor,Of Old People,,,,Individual\r\n";
    let (books, info) =
        loaded(&[("nucc_taxonomy_251.csv", file)], &options(None, "")).expect("a pack");
    assert_eq!((&*info.name, info.codes), ("taxonomy", 2));
    assert_eq!((&*info.edition, info.as_of), ("25.1", day("2025-07-01")));
    let text = |code| entry(&books, CodeSystem::Taxonomy, code).description;
    assert_eq!(text("101Y00000X"), "A Counselor");
    assert_eq!(text("207Q00000X"), "Made-up Doctor, Of Old People");
    let broken = [file, "207Q,,,,,,,\r\n"].concat();
    let bad = told(&[("nucc_taxonomy_251.csv", &broken)], &options(None, ""));
    assert!(bad.starts_with("nucc_taxonomy_251.csv: line 5: `207Q` is not"), "{bad}");
}

#[test]
fn lists_with_columns_are_read_by_their_header() {
    let file = "Our copy of the list\n\nRevenue Code;Title;Effective Date;Discontinued Date\n\
        450;Emergency room;10/01/1990;\n0999;Ended;19900101;2010-12-31\n0999;Back;20200101;\n\
        0100;Never;20200101;20191231\n";
    let (books, info) = loaded(&[("list.txt", file)], &options(None, "2026Q4")).expect("a pack");
    assert_eq!((&*info.name, info.codes, &*info.edition), ("revenue", 2, "2026 Q4"));
    assert_eq!(entry(&books, CodeSystem::Revenue, "0450").description, "Emergency room");
    let status = |on| books.status(CodeSystem::Revenue, "0999", day(on));
    assert!(status("2010-12-31").is_valid() && status("2020-01-01").is_valid());
    assert!(status("2015-01-01").is_refused());

    let file = "Code,Definition\nA1,One\n2,Two\n";
    assert!(told(&[("list.csv", file)], &options(None, "2026")).contains("say which list"));
    let asked = options(Some(CodeSystem::Condition), "2026");
    let (books, _) = loaded(&[("list.csv", file)], &asked).expect("a pack");
    assert_eq!(entry(&books, CodeSystem::Condition, "02").description, "Two");
    let bad = told(&[("list.csv", "Code,Definition,End Date\nA1,One,soon\n")], &asked);
    assert!(bad.starts_with("list.csv: line 2: a day must be"), "{bad}");
    let plain = loaded(&[("list.txt", "A made-up list\n\n01 One\n02 Two\n")], &asked);
    assert_eq!(plain.expect("a pack").1.codes, 2);
}

#[test]
fn bytes_of_windows_and_of_utf_16_are_text() {
    let wide: Vec<u8> =
        "\u{feff}90000\tUne procédure\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&b"90000\tUne proc\xe9dure\n"[..], &wide] {
        let files = [TableFile { name: "LONGULT.txt", bytes }];
        let mut books = CodeBooks::default();
        books.load(load(&files, &options(None, "2026")).expect("a pack")).expect("whole");
        assert_eq!(entry(&books, CodeSystem::Cpt, "90000").description, "Une procédure");
    }
}

const PAIRS: &str = "A notice\r\n\r\nColumn 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier\tPTP Edit Rationale\r\n\
    G0439\tG0438\t\t20110101\t*\t0\tMade up\r\n";
const UNITS: &str = "\"A notice, of the owner\"\nHCPCS/CPT Code,Outpatient Hospital Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n\
    G0438,1,2 Date of Service Edit: Policy,Made up\n";
const ADD_ONS: &str = "A notice\nAOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tNotes\n\
    1\tG2212\t\tG0438\t\t2021001\t\t\n";

#[test]
fn tables_of_ncci_say_whose_they_are_in_name_or_header() {
    let parts = [("ccipra-v323r0-f1.TXT", PAIRS), ("ccipra-v323r0-f2.TXT", PAIRS)];
    let (books, info) = loaded(&parts, &LoadOptions::default()).expect("a pack");
    assert_eq!((&*info.name, &*info.edition), ("ncci-pairs-practitioner", "2026 Q4"));
    let pair = books.pair(NcciSetting::Practitioner, "G0439", "G0438", day("2026-11-23"));
    assert!(matches!(pair, PairAnswer::Denied { modifier_allowed: false, .. }));

    let file = [("MCR_MUE_OutpatientHospital_Eff_10-01-2026.csv", UNITS)];
    let (books, info) = loaded(&file, &LoadOptions::default()).expect("a pack");
    assert_eq!((&*info.name, &*info.edition), ("ncci-units-outpatient-hospital", "2026 Q4"));
    let limit = books.unit_limit(NcciSetting::OutpatientHospital, "G0438", day("2026-11-23"));
    assert!(matches!(limit, UnitAnswer::Limit { units: 1, .. }));

    let asked = LoadOptions { as_of: Some(day("2026-08-01")), ..LoadOptions::default() };
    let (books, info) = loaded(&[("add-ons.txt", ADD_ONS)], &asked).expect("a pack");
    assert_eq!((&*info.name, &*info.edition), ("ncci-add-ons", "2026 Q3"));
    let answer = books.add_on("G2212", day("2026-11-23"));
    assert!(matches!(answer, AddOnAnswer::NeedsPrimary { .. }));

    let broken = [PAIRS, "G0439\tG0438\t\tsoon\t*\t0\tx\r\n"].concat();
    let parts = [("ccipra-v323r0-f1.TXT", PAIRS), ("ccipra-v323r0-f2.TXT", &*broken)];
    let bad = told(&parts, &LoadOptions::default());
    assert_eq!(bad, "ccipra-v323r0-f2.TXT: line 5: this is no row of the table");
    assert!(told(&[("pairs.txt", PAIRS)], &options(None, "2026 Q4")).contains("whose table"));
    assert!(told(&[("ccipra.txt", PAIRS)], &options(None, "")).contains("which quarter"));
}

#[test]
fn what_makes_no_pack_says_why_in_one_sentence() {
    let cpt = format!("{NOTICE}90000 MADE UP\n");
    let fees =
        "2025 National Physician Fee Schedule Relative Value File,,\nHCPCS,MOD,DESCRIPTION\n";
    let ended = "CPT Code\tDate Deleted\tDescription\n90001\t20250101\tMade up\n";
    let now = options(None, "2026");
    for (files, options, what) in [
        (vec![], &now, "give the files of one table"),
        (vec![("a.zip", "PK\u{3}\u{4}rest")], &now, "a.zip: this is a zip file or workbook"),
        (vec![("PPRRVU2026.csv", fees)], &now, "PPRRVU2026.csv: this is not the part"),
        (
            vec![("x.csv", "Contractor,Locality,Anes CF\n90112 ,00 ,9\n")],
            &now,
            "x.csv: this is not the part",
        ),
        (vec![("x.csv", "a,b\n90112 ,00 ,9\n")], &now, "x.csv: no table that is known"),
        (vec![("x.txt", "")], &now, "x.txt: no table that is known"),
        (vec![("x.txt", "a letter to the payer\n")], &now, "x.txt: no table that is known"),
        (vec![("S.txt", &cpt), ("p.txt", PAIRS)], &now, "p.txt: this is another table"),
        (vec![("S.txt", &cpt)], &options(None, ""), "S.txt: say which edition"),
        (vec![("D.txt", ended)], &now, "D.txt: these codes ended"),
        (vec![("ccipra.txt", PAIRS)], &now, "ccipra.txt: say of which quarter"),
    ] {
        let told = told(&files, options);
        assert!(told.starts_with(what) && !told.contains('\n'), "{told}");
    }
    let broken = format!("{cpt}no code\n");
    let bad = loaded(&[("dir/S.txt", &broken)], &now).err().expect("refused");
    assert_eq!((bad.line, &bad.what), (6, &Wrong::Row));
    assert_eq!(bad.to_string(), "S.txt: line 6: this is no row of the table");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_file_becomes_a_pack_or_is_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        text in "((code|revenue|date|end|title|[0-9]{1,5}|[A-Z]{1,3}|[,;\t\n\"|é ]){0,8}\n){0,6}",
    ) {
        for bytes in [bytes.as_slice(), text.as_bytes()] {
            for system in [None, Some(CodeSystem::Cpt), Some(CodeSystem::Modifier), Some(CodeSystem::Condition)] {
                let files = [TableFile { name: "x.csv", bytes }];
                if let Ok(pack) = load(&files, &options(system, "2026")) {
                    prop_assert!(CodeBooks::default().load(pack).is_ok());
                }
            }
        }
    }

    #[test]
    fn what_a_list_says_is_found_again(rows in prop::collection::btree_map("[0-9]{4}[0-9FTU]", "[A-Z][a-z \",]{0,30}[a-z]", 1..60)) {
        let quoted = |text: &str| text.replace('"', "\"\"");
        let mut lines = vec!["CPT Code,Description".to_owned()];
        lines.extend(rows.iter().map(|(code, text)| format!("{code},\"{}\"", quoted(text))));
        let (books, info) = loaded(&[("x.csv", &lines.join("\r\n"))], &options(None, "2026")).expect("a pack");
        prop_assert_eq!(info.codes as usize, rows.len());
        for (code, text) in &rows {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(entry(&books, CodeSystem::Cpt, code).description, words.join(" "));
        }
    }
}
