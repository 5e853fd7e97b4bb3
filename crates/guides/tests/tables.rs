//! Tables: does each guide hold what it held, and is a damaged table refused?
#![cfg(feature = "all")]

use proptest::prelude::*;
use superbill_x12::{Library, validate};

/// Version, set, loops (alike ones once), segments.
const COUNTS: &[(&str, &str, usize, usize)] = &[
    ("005010X279A1", "270", 10, 43),
    ("005010X279A1", "271", 14, 69),
    ("005010X212", "276", 14, 41),
    ("005010X212", "277", 16, 44),
    ("005010X214", "277", 13, 38),
    ("005010X217", "278", 14, 86),
    ("005010X217", "278", 15, 99),
    ("005010X218", "820", 15, 41),
    ("005010X220A1", "834", 20, 76),
    ("005010X221A1", "835", 5, 53),
    ("005010X224A2", "837", 32, 149),
    ("005010X223A2", "837", 35, 158),
    ("005010X222A1", "837", 38, 214),
    ("005010X231A1", "999", 3, 11),
    ("00501", "ISA", 3, 7),
];

#[test]
fn each_guide_holds_what_it_held() {
    let library = superbill_guides::library();
    let counts: Vec<_> = library
        .guides()
        .iter()
        .map(|guide| {
            let (loops, segments) = guide.counts();
            (guide.version(), guide.set_id(), loops, segments)
        })
        .collect();
    assert_eq!(counts, COUNTS);
}

#[test]
fn errata_map_to_the_table_there_is() {
    for (version, set, found) in [
        ("005010X222A2", "837", "005010X222A1"),
        ("005010X222", "837", "005010X222A1"),
        ("005010X221A1", "835", "005010X221A1"),
        ("005010X214", "277", "005010X214"),
        ("005010X212", "277", "005010X212"),
    ] {
        let guide = superbill_guides::find(version, set).expect("a guide");
        assert_eq!(guide.version(), found, "{version} {set}");
    }
    assert!(superbill_guides::find("004010X098A1", "837").is_none());
    assert!(superbill_guides::find("005010X221A1", "837").is_none());
}

proptest! {
    #[test]
    fn a_damaged_table_is_refused_or_used_without_panic(
        at in 0_usize..15_000, to in any::<u8>(), cut in 0_usize..15_000,
    ) {
        let mut bytes = include_bytes!("../packed/base.bin").to_vec();
        let at = at % bytes.len();
        bytes[at] = to;
        let sample = include_bytes!("../../../tests/corpus/hostile/h122_moa_mia.edi");
        if let Ok(library) = Library::decode(&bytes) {
            let _ = validate(sample, &library);
        }
        bytes.truncate(cut % bytes.len());
        prop_assert!(Library::decode(&bytes).is_err());
    }
}
