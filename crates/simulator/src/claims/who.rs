//! Who: which made-up people, places, providers and payers?
//!
//! Names are common ones put together at random. Streets and payers are made up; so are all numbers.

use superbill_guides::generate::Random;
use superbill_model::{
    Address, ClaimParty, Contact, ContactNumber, Demographics, EntityName, Identifier,
};
use superbill_types::{Date, DateValue, Phi, Text};

/// One of a list that is not empty.
pub(super) fn pick<T: Copy + Default>(random: &mut Random, list: &[T]) -> T {
    random.pick(list).copied().unwrap_or_default()
}

/// Text that holds a made-up person's data.
pub(super) fn phi(text: impl Into<Text>) -> Phi<Text> {
    Phi::new(text.into())
}

/// So many digits.
pub(super) fn digits(random: &mut Random, count: u32) -> Text {
    (0..count).map(|_| char::from(b'0' + random.between(0, 9) as u8)).collect()
}

pub(super) fn identifier(qualifier: &str, value: impl Into<Text>) -> Option<Identifier> {
    Some(Identifier { qualifier: qualifier.into(), value: phi(value) })
}

/// A person with a name and nothing else.
pub(super) fn person(random: &mut Random) -> ClaimParty {
    let middle = random.chance(30).then(|| phi(pick(random, &["A", "B", "LEE", "MAE"])));
    let suffix = random.chance(5).then(|| phi(pick(random, &["JR", "III"])));
    ClaimParty {
        name: EntityName {
            entity_type: "1".into(),
            last_name: Some(phi(pick(random, &LAST))),
            first_name: Some(phi(pick(random, &FIRST))),
            middle_name: middle,
            prefix: None,
            suffix,
        },
        ..ClaimParty::default()
    }
}

/// An organisation with a name and nothing else.
pub(super) fn organisation(name: impl Into<Text>) -> ClaimParty {
    let name =
        EntityName { entity_type: "2".into(), last_name: Some(phi(name)), ..EntityName::default() };
    ClaimParty { name, ..ClaimParty::default() }
}

/// A person who provides care.
pub(super) fn provider(random: &mut Random) -> ClaimParty {
    ClaimParty { identifier: identifier("XX", npi(random)), ..person(random) }
}

/// A place where care is given, with its address.
pub(super) fn facility(random: &mut Random) -> ClaimParty {
    let name = [pick(random, &LAST), "REGIONAL HOSPITAL"].join(" ");
    let identifier = identifier("XX", npi(random));
    ClaimParty { identifier, address: Some(address(random, true)), ..organisation(name) }
}

/// Nine digits with the check digit that Luhn's sum over them behind 80840 asks for.
pub(super) fn npi(random: &mut Random) -> Text {
    let nine = format!("1{}", digits(random, 8));
    let mut sum = 24;
    for (place, byte) in nine.bytes().rev().enumerate() {
        let digit = u32::from(byte - b'0') * if place % 2 == 0 { 2 } else { 1 };
        sum += digit / 10 + digit % 10;
    }
    format!("{nine}{}", (10 - sum % 10) % 10).into()
}

/// A street address; a provider's has nine digits in its ZIP code.
pub(super) fn address(random: &mut Random, nine_digits: bool) -> Phi<Address> {
    let [city, state, code] = pick(random, &CITIES);
    let second = random.chance(10).then(|| format!("SUITE {}", random.between(1, 40)).into());
    let first = format!("{} {}", random.between(1, 9999), pick(random, &STREETS)).into();
    Phi::new(Address {
        lines: [Some(first), second].into_iter().flatten().collect(),
        city: Some(city.into()),
        state: Some(state.into()),
        postal_code: Some(if nine_digits { format!("{code}1234").into() } else { code.into() }),
        ..Address::default()
    })
}

pub(super) fn demographics(random: &mut Random, years: (usize, usize)) -> Demographics {
    let (month, day) = (random.between(1, 12) as u32, random.between(1, 28) as u32);
    let born = Date::new(random.between(years.0, years.1) as i32, month, day);
    Demographics {
        birth_date: born.map(|day| Phi::new(DateValue::Day(day))),
        sex: Some(pick(random, &["F", "M", "F", "M", "U"]).into()),
        ..Demographics::default()
    }
}

/// Whom to ask at a desk.
pub(super) fn desk(random: &mut Random) -> Phi<Contact> {
    let number = |kind: &str, value: Text| ContactNumber { kind: kind.into(), value };
    Phi::new(Contact {
        function: "IC".into(),
        name: Some("CLAIMS DESK".into()),
        numbers: vec![number("TE", format!("518555{}", digits(random, 4)).into())],
    })
}

/// Name and identifier of payers.
pub(super) const PAYERS: [[&str; 2]; 6] = [
    ["ALPINE MUTUAL HEALTH", "81234"],
    ["BAYSIDE COMMUNITY PLAN", "42057"],
    ["COUNTY ASSISTANCE PROGRAM", "73300"],
    ["DELTA RIVER LIFE", "60912"],
    ["EVERGREEN BENEFIT TRUST", "19486"],
    ["FOOTHILL MEMBERS PLAN", "30771"],
];

const FIRST: [&str; 16] = [
    "ADA",
    "AMIR",
    "BEATRIZ",
    "CHARLOTTE",
    "DIEGO",
    "ELENA",
    "FATIMA",
    "GRACE",
    "HENRY",
    "JAMAL",
    "KEIKO",
    "LEON",
    "NOAH",
    "OLGA",
    "PRIYA",
    "WEI",
];

pub(super) const LAST: [&str; 16] = [
    "ABBOTT",
    "CASTILLO",
    "DUBOIS",
    "EASTON",
    "FLORES",
    "HUANG",
    "IBRAHIM",
    "JENSEN",
    "KOWALSKI",
    "MBEKI",
    "NAKAMURA",
    "O'BRIEN",
    "PATEL",
    "SALAZAR-RUIZ",
    "TRAN",
    "YOUNG",
];

const STREETS: [&str; 6] =
    ["ALDER ST", "BIRCH AVE", "CANAL RD", "DOVER LN", "FOUNDRY BLVD", "GARDEN WAY"];

/// City, state and the first five digits of the ZIP code.
const CITIES: [[&str; 3]; 6] = [
    ["ALBANY", "NY", "12207"],
    ["BOISE", "ID", "83702"],
    ["CONCORD", "NH", "03301"],
    ["DOVER", "DE", "19901"],
    ["EUGENE", "OR", "97401"],
    ["HELENA", "MT", "59601"],
];
