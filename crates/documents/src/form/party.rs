//! Parties on forms: how are names, addresses and numbers of a party told in a field?

use superbill_model::{Address, ClaimParty, EntityName};
use superbill_types::{Phi, Text};

/// A person as `LAST SUFFIX, FIRST, MIDDLE` (NUCC items 2, 4, 9); an organisation as it is.
pub(crate) fn listed_name(name: &EntityName) -> String {
    let last = [&name.last_name, &name.suffix].map(told).join(" ");
    let parts = [last.as_str().trim(), told(&name.first_name), told(&name.middle_name)];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

/// A person as `FIRST MIDDLE LAST SUFFIX` (NUCC items 17, 31).
pub(crate) fn spoken_name(name: &EntityName) -> String {
    let parts = [&name.first_name, &name.middle_name, &name.last_name, &name.suffix];
    let parts = parts.map(told).into_iter().filter(|part| !part.trim().is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// A part of a name, or nothing.
pub(crate) fn told(part: &Option<Phi<Text>>) -> &str {
    part.as_ref().map_or("", |part| part.reveal())
}

/// The street lines in one.
pub(crate) fn street(address: Option<&Phi<Address>>) -> String {
    address.map(|address| address.reveal().lines.join(" ")).unwrap_or_default()
}

/// Postal code with the hyphen of a nine-digit ZIP code.
pub(crate) fn postal_code(address: Option<&Phi<Address>>) -> String {
    let code = address.and_then(|address| address.reveal().postal_code.clone()).unwrap_or_default();
    let nine = code.len() == 9 && code.bytes().all(|byte| byte.is_ascii_digit());
    match code.split_at_checked(5) {
        Some((five, four)) if nine => [five, "-", four].concat(),
        _ => code.to_string(),
    }
}

/// City, state and postal code in one line.
pub(crate) fn place(address: Option<&Phi<Address>>) -> String {
    let Some(told) = address.map(Phi::reveal) else {
        return String::new();
    };
    let state = told.state.as_ref().or(told.country_subdivision.as_ref());
    let code = postal_code(address);
    let parts =
        [told.city.as_deref(), state.map(Text::as_str), Some(&code), told.country.as_deref()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The digits of the party's telephone: area code and the rest.
pub(crate) fn telephone(party: &ClaimParty) -> Option<(String, String)> {
    let numbers = party.contacts.iter().flat_map(|contact| &contact.reveal().numbers);
    let number = numbers.into_iter().find(|number| number.kind == "TE")?;
    let digits: String = number.value.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits);
    let (area, rest) = digits.split_at_checked(3).filter(|_| digits.len() == 10)?;
    Some((area.to_owned(), rest.to_owned()))
}

/// The party's NPI, or nothing.
pub(crate) fn npi(party: &ClaimParty) -> &str {
    let identifier = party.identifier.as_ref().filter(|it| it.qualifier == "XX");
    identifier.map_or("", |it| it.value.reveal())
}

/// The party's identifier of any kind, or nothing.
pub(crate) fn identifier(party: &ClaimParty) -> &str {
    party.identifier.as_ref().map_or("", |it| it.value.reveal())
}

/// The tax number, or nothing.
pub(crate) fn tax_id(party: &ClaimParty) -> &str {
    party.tax_id.as_ref().map_or("", |it| it.value.reveal())
}

/// The party's other number as the form tells it: qualifier and number. Its payer's number first, then a
/// state licence, then its taxonomy (`ZZ` on paper forms).
pub(crate) fn other_id(party: &ClaimParty) -> Option<(&str, &str)> {
    let of = |qualifier: &str| {
        let ours = party.references.iter().filter(|reference| reference.payer.is_none());
        ours.into_iter().find(|reference| reference.qualifier == qualifier)
    };
    let found = ["G2", "LU", "0B", "1G"].into_iter().find_map(of);
    let found = found.map(|it| (it.qualifier.as_str(), it.value.reveal().as_str()));
    found.or_else(|| party.taxonomy.as_deref().map(|taxonomy| ("ZZ", taxonomy)))
}
