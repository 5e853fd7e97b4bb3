//! Words: which names, places, procedures and payers are files made of?
//!
//! Names are common ones put together at random; payers and streets are made up.

use super::Random;
use super::output::Padded;

pub(super) const FIRST: [&str; 24] = [
    "ADA",
    "AMIR",
    "BEATRIZ",
    "BENOIT",
    "CHARLOTTE",
    "DIEGO",
    "ELENA",
    "FATIMA",
    "GRACE",
    "HENRY",
    "INGRID",
    "JAMAL",
    "KEIKO",
    "LEON",
    "MARGARET",
    "NOAH",
    "OLGA",
    "PRIYA",
    "QUENTIN",
    "ROSA",
    "SAMUEL",
    "THEO",
    "UMA",
    "WEI",
];

pub(super) const LAST: [&str; 24] = [
    "ABBOTT",
    "BERGSTROM",
    "CASTILLO",
    "DUBOIS",
    "EASTON",
    "FLORES",
    "GALLAGHER",
    "HUANG",
    "IBRAHIM",
    "JENSEN",
    "KOWALSKI",
    "LINDQVIST",
    "MBEKI",
    "NAKAMURA",
    "O'BRIEN",
    "PATEL",
    "QUINN",
    "ROSSI",
    "SALAZAR-RUIZ",
    "TRAN",
    "URBAN",
    "VOGEL",
    "WASHINGTON",
    "YOUNG",
];

const STREETS: [&str; 8] = [
    "ALDER ST",
    "BIRCH AVE",
    "CANAL RD",
    "DOVER LN",
    "ELM CT",
    "FOUNDRY BLVD",
    "GARDEN WAY",
    "HARBOR DR",
];

/// City, state and postal code.
pub(super) const CITIES: [[&str; 3]; 8] = [
    ["ALBANY", "NY", "122071234"],
    ["BOISE", "ID", "837021101"],
    ["CONCORD", "NH", "033014410"],
    ["DOVER", "DE", "199013302"],
    ["EUGENE", "OR", "974012207"],
    ["FRESNO", "CA", "937211850"],
    ["GREENVILLE", "SC", "296011234"],
    ["HELENA", "MT", "596014455"],
];

/// Name and identifier of a payer.
pub(super) const PAYERS: [[&str; 2]; 5] = [
    ["ALPINE MUTUAL HEALTH", "81234"],
    ["BAYSIDE COMMUNITY PLAN", "42057"],
    ["COUNTY ASSISTANCE PROGRAM", "73300"],
    ["DELTA RIVER LIFE", "60912"],
    ["EVERGREEN BENEFIT TRUST", "19486"],
];

/// A procedure with the least and the most of its usual charge in hundredths.
pub(super) const PROCEDURES: [(&str, u64, u64); 12] = [
    ("99213", 11_000, 22_000),
    ("99214", 16_000, 32_000),
    ("99203", 14_000, 28_000),
    ("93000", 4_000, 9_000),
    ("80053", 2_500, 8_000),
    ("85025", 1_500, 6_000),
    ("36415", 500, 2_500),
    ("71046", 6_000, 18_000),
    ("97110", 4_500, 12_000),
    ("20610", 12_000, 31_000),
    ("81003", 400, 2_200),
    ("99285", 60_000, 142_000),
];

/// What follows the procedure in its composite.
pub(super) const MODIFIERS: [&str; 10] =
    ["", "", "", "", ":25", ":59", ":26", ":RT", ":LT", ":25:59"];

pub(super) const DIAGNOSES: [&str; 12] = [
    "I10", "E119", "Z0000", "J069", "E785", "R51", "N390", "F411", "K219", "J449", "M1711", "R0789",
];

pub(super) const REMARKS: [&str; 8] = ["N130", "N519", "M15", "MA04", "N115", "N362", "M80", "N19"];

/// A person or place that provides care.
#[derive(Clone, Copy, Debug)]
pub(super) struct Provider {
    pub(super) npi: u64,
    pub(super) last: &'static str,
    pub(super) first: &'static str,
    pub(super) tax: u64,
}

/// Providers that a file names again and again.
pub(super) fn providers(count: usize, random: &mut Random) -> Vec<Provider> {
    (0..count).map(|_| provider(random)).collect()
}

pub(super) fn provider(random: &mut Random) -> Provider {
    Provider {
        npi: npi(random),
        last: random.pick(&LAST),
        first: random.pick(&FIRST),
        tax: random.between(100_000_000, 1_000_000_000),
    }
}

/// Nine digits and a check digit, by Luhn over the digits behind 80840.
fn npi(random: &mut Random) -> u64 {
    let digits = random.between(100_000_000, 200_000_000);
    let (mut sum, mut rest, mut double) = (24, digits, true);
    while rest > 0 {
        let digit = rest % 10 * if double { 2 } else { 1 };
        sum += digit / 10 + digit % 10;
        rest /= 10;
        double = !double;
    }
    digits * 10 + (10 - sum % 10) % 10
}

/// A day of 2025 or 2026 as eight digits.
pub(super) fn day(random: &mut Random) -> u64 {
    random.between(2025, 2027) * 10_000 + random.between(1, 11) * 100 + random.between(1, 29)
}

/// House number and street.
pub(super) fn street(random: &mut Random) -> (u64, &'static str) {
    (random.between(1, 9_999), random.pick(&STREETS))
}

/// A number of `width` digits, leading zeros kept.
pub(super) fn number(width: usize, random: &mut Random) -> Padded {
    Padded(random.between(0, 10_u64.pow(width as u32)), width)
}
