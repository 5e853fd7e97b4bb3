//! NCCI tables: do packs of the published layouts answer as the files say?

#![cfg(feature = "build")]

use proptest::prelude::*;
use superbill_codes::{
    AddOnAnswer, BadPack, CodeBooks, NcciBuilder, NcciSetting, PairAnswer, PairVerdict, UnitAnswer,
    UnitRule,
};
use superbill_types::Date;

const QUARTER: &str = "2026 Q4";

/// Synthetic rows in the published layout.
const PAIRS: &str = "CPT only copyright 2025 American Medical Association. All rights reserved.\r\n\
    \r\n\r\n\
    Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier\tPTP Edit Rationale\r\n\
    G0439\tG0438\t\t20110101\t*\t0\tMutually exclusive procedures\r\n\
    A4216\tA4217\t\t20200101\t20241231\t1\tStandards of medical / surgical practice\r\n\
    A4216\tA4217\t\t20250401\t*\t0\tStandards of medical / surgical practice\r\n\
    J1885\tJ1885\t\t20200101\t20200101\t9\tNot applicable\r\n\
    J1885\tA4216\t*\t19960101\t*\t1\tMisuse of Column Two code with Column One code\r\n";

const UNITS: &str = "\"CPT codes, descriptions and other data only are copyright American Medical Association.\"\n\
    HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n\
    G0438,1,2 Date of Service Edit: Policy,CMS Policy\n\
    J1885,8,3 Date of Service Edit: Clinical,\"Clinical: Data, claims\"\n\
    A4216,1,1 Line Edit,Clinical: Data\n";

const ADD_ONS: &str = "CPT only copyright\n\
    AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tSpecial_Instruction_Notes\n\
    1\tG2212\t\tG0438\t\t2021001\t\t\n\
    1\tG2212\t\tG0439\t2025366\t2021001\t\t\n\
    2\tG0289\t\tCCCCC\t\t2013091\t\tContractor Defined Primary Codes\n\
    3\tG0316\t\tG0439\t\t2023001\t2024366\t\n";

fn builder() -> NcciBuilder {
    NcciBuilder::new(QUARTER, "synthetic").expect("a quarter")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn books() -> CodeBooks {
    let mut books = CodeBooks::default();
    let pairs = builder().pairs(NcciSetting::Practitioner, &[PAIRS.as_bytes()]).expect("pairs");
    let units = builder().unit_limits(NcciSetting::Practitioner, UNITS.as_bytes()).expect("limits");
    let add_ons = builder().add_ons(ADD_ONS.as_bytes()).expect("add-ons");
    for pack in [pairs, units, add_ons] {
        books.load(pack).expect("a pack");
    }
    books
}

#[test]
fn pairs_answer_by_day_and_order() {
    let books = books();
    let ask = |one: &str, other: &str, on: &str| {
        books.pair(NcciSetting::Practitioner, one, other, day(on))
    };
    let quarter = || QUARTER.to_owned();
    let denied = |modifier_allowed| PairAnswer::Denied { modifier_allowed, quarter: quarter() };
    let allowed = PairAnswer::Allowed { quarter: quarter() };
    assert_eq!(ask("G0439", "G0438", "2026-10-01"), denied(false));
    assert_eq!(ask("G0438", "G0439", "2026-10-01"), allowed);
    assert_eq!(ask("G0439", "G0438", "2010-12-31"), allowed);
    assert_eq!(ask("A4216", "A4217", "2024-12-30"), denied(true));
    assert_eq!(ask("A4216", "A4217", "2024-12-31"), allowed);
    assert_eq!(ask("A4216", "A4217", "2025-04-01"), denied(false));
    assert_eq!(ask("J1885", "J1885", "2020-01-01"), allowed);
    assert_eq!(ask("J1885", "A4216", "2026-01-01"), denied(true));
    assert_eq!(ask("", "A4216", "2026-01-01"), allowed);
    assert_eq!(ask("J1885é", "99999", "2026-01-01"), allowed);
    let hospital = NcciSetting::OutpatientHospital;
    assert_eq!(books.pair(hospital, "G0439", "G0438", day("2026-10-01")), PairAnswer::NotLoaded);
}

#[test]
fn a_modifier_lifts_a_pair_only_where_the_table_says_so() {
    let books = books();
    let ask = |one, other| books.pair(NcciSetting::Practitioner, one, other, day("2026-10-01"));
    let quarter = QUARTER.to_owned();
    let fail = |modifier_allowed| PairVerdict::Fail { modifier_allowed, quarter: quarter.clone() };
    assert_eq!(ask("G0439", "G0438").verdict(["59"]), fail(false));
    assert_eq!(ask("J1885", "A4216").verdict(["GC"]), fail(true));
    let lifted = PairVerdict::Bypassed { modifier: "XS".to_owned(), quarter: quarter.clone() };
    assert_eq!(ask("J1885", "A4216").verdict(["GC", "XS"]), lifted);
    assert_eq!(ask("J1885", "A4217").verdict([]), PairVerdict::Pass { quarter });
}

#[test]
fn limits_say_to_what_they_apply() {
    let books = books();
    let ask = |code| books.unit_limit(NcciSetting::Practitioner, code, day("2026-10-01"));
    let quarter = || QUARTER.to_owned();
    let limit = |units, rule| UnitAnswer::Limit { units, rule, quarter: quarter() };
    assert_eq!(ask("G0438"), limit(1, UnitRule::DayPolicy));
    assert_eq!(ask("J1885"), limit(8, UnitRule::DayClinical));
    assert_eq!(ask("A4216"), limit(1, UnitRule::Line));
    assert_eq!(ask("A4217"), UnitAnswer::NoLimit { quarter: quarter() });
    let equipment = books.unit_limit(NcciSetting::Equipment, "A4216", day("2026-10-01"));
    assert_eq!(equipment, UnitAnswer::NotLoaded);
}

#[test]
fn add_ons_name_their_primaries_of_the_day() {
    let books = books();
    let quarter = || QUARTER.to_owned();
    let needs = |primaries: &[&str], others| AddOnAnswer::NeedsPrimary {
        primaries: primaries.iter().map(|it| (*it).to_owned()).collect(),
        others,
        quarter: quarter(),
    };
    let stands = AddOnAnswer::Stands { quarter: quarter() };
    assert_eq!(books.add_on("G2212", day("2025-06-01")), needs(&["G0438", "G0439"], false));
    assert_eq!(books.add_on("G2212", day("2026-06-01")), needs(&["G0438"], false));
    assert_eq!(books.add_on("G0289", day("2026-06-01")), needs(&[], true));
    assert_eq!(books.add_on("G0316", day("2024-12-31")), needs(&["G0439"], true));
    assert_eq!(books.add_on("G0316", day("2025-01-01")), stands);
    assert_eq!(books.add_on("G0438", day("2026-06-01")), stands);
    assert_eq!(CodeBooks::default().add_on("G2212", day("2026-06-01")), AddOnAnswer::NotLoaded);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    let error = |text: &str| builder().pairs(NcciSetting::Practitioner, &[text.as_bytes()]);
    assert!(error("").is_err());
    let told = error(&format!("{PAIRS}G0439\tG0438\t\t2011\t*\t0\tx\n")).expect_err("a bad day");
    assert_eq!(told.to_string(), "line 10 of the source cannot be read");
    assert!(error(&format!("{PAIRS}no row\n")).is_err());
    assert!(builder().unit_limits(NcciSetting::Equipment, b"a,b,c\n").is_err());
    assert!(builder().add_ons(b"").is_err());
    for quarter in ["2026", "2026 Q5", "Q4 2026", "2026 Q0", "é Q1"] {
        assert!(NcciBuilder::new(quarter, "").is_none(), "{quarter}");
    }
}

#[test]
fn damaged_packs_are_refused_and_never_panic() {
    let pack = builder().pairs(NcciSetting::Practitioner, &[PAIRS.as_bytes()]).expect("pairs");
    for at in 0..pack.len() {
        let mut damaged = pack.clone();
        damaged[at] ^= 1;
        assert!(CodeBooks::default().load(damaged).is_err(), "byte {at}");
        assert!(CodeBooks::default().load(pack[..at].to_vec()).is_err(), "{at} bytes");
    }
    let longer = [pack, vec![0]].concat();
    assert_eq!(CodeBooks::default().load(longer), Err(BadPack::Malformed));
}

#[test]
fn loaded_tables_are_listed() {
    let books = books();
    let tables = books.ncci_tables();
    let names: Vec<&str> = tables.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["ncci-pairs-practitioner", "ncci-units-practitioner", "ncci-add-ons"]);
    assert!(tables.iter().all(|it| it.edition == QUARTER && it.as_of == day("2026-12-31")));
}

/// Rows of a table: two codes, first day, day it ends (none where it lasts), indicator.
fn any_rows() -> impl Strategy<Value = Vec<(u32, u32, u32, Option<u32>, u8)>> {
    let day = 20_200_101..20_200_120u32;
    let row = (0..40u32, 0..40u32, day.clone(), prop::option::of(day), 0..3u8);
    prop::collection::vec(row, 1..200)
}

proptest! {
    #[test]
    fn packed_pairs_answer_as_the_rows_do(rows in any_rows()) {
        let code = |number: u32| format!("{:05}", number * 977);
        let mut file = String::from("Column 1\tColumn 2\n");
        for (one, other, from, until, indicator) in &rows {
            let until = until.map_or_else(|| "*".to_owned(), |day| day.to_string());
            let indicator = [0, 1, 9][usize::from(*indicator)];
            let (one, other) = (code(*one), code(*other));
            file.push_str(&format!("{one}\t{other}\t\t{from}\t{until}\t{indicator}\tx\n"));
        }
        let setting = NcciSetting::OutpatientHospital;
        let pack = builder().pairs(setting, &[file.as_bytes()]).expect("pairs");
        let mut books = CodeBooks::default();
        books.load(pack).expect("a pack");
        for (one, other, on, ..) in &rows {
            // A day of some row, and the pair of another order now and then.
            for (one, other) in [(one, other), (other, one)] {
                let of_pair = rows.iter().filter(|it| it.0 == *one && it.1 == *other && it.4 < 2);
                let in_force = of_pair.filter(|it| it.2 <= *on && it.3.is_none_or(|end| *on < end));
                let expected = match in_force.map(|it| it.4).min() {
                    None => PairAnswer::Allowed { quarter: QUARTER.to_owned() },
                    Some(indicator) => PairAnswer::Denied {
                        modifier_allowed: indicator == 1,
                        quarter: QUARTER.to_owned(),
                    },
                };
                let on = Date::from_ccyymmdd(&on.to_string()).expect("a day");
                prop_assert_eq!(books.pair(setting, &code(*one), &code(*other), on), expected);
            }
        }
    }

    #[test]
    fn any_file_is_packed_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), text in "([A-Z0-9]{5}|[0-9]{1,8}|[*\t,\n\"]){0,60}") {
        for file in [bytes.as_slice(), text.as_bytes()] {
            let packs = [
                builder().pairs(NcciSetting::Practitioner, &[file]),
                builder().unit_limits(NcciSetting::Equipment, file),
                builder().add_ons(file),
            ];
            for pack in packs.into_iter().flatten() {
                prop_assert!(CodeBooks::default().load(pack).is_ok());
            }
        }
    }
}
