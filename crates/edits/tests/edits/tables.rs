//! Tables: which code lists are the examples checked with?
//!
//! The packs that ship, and small tables in the layouts of the National Correct Coding Initiative, whose rows
//! are synthetic, as are those of the Medicare fee schedule. CPT is not among them: what needs it is told as not checked.

use std::fs;

use superbill_codes::loaders::{self, LoadOptions, TableFile};
use superbill_codes::{CodeBooks, NcciBuilder, NcciSetting, SHIPPED};

use crate::case::folder;

const PAIRS: &str = "Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n\
    G0439\tG0438\t\t20110101\t*\t0\tSynthetic\n\
    G0439\tG0444\t\t20200101\t*\t1\tSynthetic\n\
    G0439\tG0442\t\t20110101\t20241231\t0\tSynthetic\n";

const UNITS: &str = "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n\
    G0438,1,2 Date of Service Edit: Policy,Synthetic\n\
    J1885,8,3 Date of Service Edit: Clinical,Synthetic\n\
    G0444,1,1 Line Edit,Synthetic\n\
    E0110,1,2 Date of Service Edit: Policy,Synthetic\n";

const ADD_ONS: &str = "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tNotes\n\
    1\tG2212\t\tG0438\t\t2021001\t\tSynthetic\n\
    3\tG0316\t\tG0439\t\t2023001\t\tSynthetic\n\
    2\tG0289\t\tCCCCC\t\t2013091\t\tSynthetic\n";

/// All of them.
pub(crate) fn load() -> CodeBooks {
    let mut books = CodeBooks::default();
    for (name, _) in SHIPPED {
        let path = folder().join("../../pkg/codes").join(name).with_extension("pack");
        books.load(fs::read(path).expect("a pack that ships")).expect("a whole pack");
    }
    let builder = NcciBuilder::new("2026 Q1", "synthetic").expect("a quarter");
    let both = [NcciSetting::Practitioner, NcciSetting::OutpatientHospital];
    for setting in both {
        books.load(builder.pairs(setting, &[PAIRS.as_bytes()]).expect("pairs")).expect("a pack");
    }
    for setting in NcciSetting::ALL {
        let limits = builder.unit_limits(setting, UNITS.as_bytes()).expect("limits");
        books.load(limits).expect("a pack");
    }
    books.load(builder.add_ons(ADD_ONS.as_bytes()).expect("add-ons")).expect("a pack");
    let path = folder().join("../codes/tests/fees/PPRRVU2025_Oct.csv");
    let values = fs::read(path).expect("relative values");
    let files = [TableFile { name: "PPRRVU2026_Jan.csv", bytes: &values }];
    let values = loaders::load(&files, &LoadOptions::default()).expect("relative values");
    books.load(values).expect("a pack");
    books
}
