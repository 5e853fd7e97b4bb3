//! Parties: what do the segments behind a name (NM1) tell of it?

use superbill_model::{Address, ClaimParty, Contact, ContactNumber, Demographics, Identifier};
use superbill_types::{Phi, Text};
use superbill_x12::Segment;

use super::super::element::{Element, other_element};
use super::super::layout::{DMG, PAT, REF};
use crate::remittance::read::text;

/// Reads NM1, its role excepted. Elements that have no field are kept beside.
pub(super) fn name(party: &mut ClaimParty, segment: &Segment<'_>) {
    for number in 2..=segment.len() {
        let bytes = segment.element(number);
        if bytes.is_empty() {
            continue;
        }
        let Some(text) = Text::read(bytes, segment.delimiters()).filter(|_| number <= 9) else {
            party.other_elements.push(other_element(segment, number));
            continue;
        };
        let name = &mut party.name;
        match number {
            2 => name.entity_type = text,
            3 => name.last_name = Some(Phi::new(text)),
            4 => name.first_name = Some(Phi::new(text)),
            5 => name.middle_name = Some(Phi::new(text)),
            6 => name.prefix = Some(Phi::new(text)),
            7 => name.suffix = Some(Phi::new(text)),
            8 => party.identifier.get_or_insert_with(Identifier::default).qualifier = text,
            _ => party.identifier.get_or_insert_with(Identifier::default).value = Phi::new(text),
        }
    }
}

/// Reads a segment behind NM1. False where it has no field, or the field is filled. `specialty` is the code
/// a taxonomy segment of this party has; `tax` tells whether a tax number has a field of its own.
pub(super) fn detail(
    party: &mut ClaimParty,
    segment: &Segment<'_>,
    specialty: &str,
    tax: bool,
) -> bool {
    match segment.id() {
        b"N3" => street(party, segment),
        b"N4" => place(party, segment),
        b"REF" => number(party, segment, tax),
        b"PER" => {
            let fits = (1..=segment.len())
                .all(|n| n <= 8 && Text::read(segment.element(n), segment.delimiters()).is_some());
            if fits {
                party.contacts.push(Phi::new(contact(segment)));
            }
            fits
        }
        b"PRV" => taxonomy(party, segment, specialty),
        b"DMG" => {
            let known = party.demographics.as_ref();
            if known.is_some_and(|known| known.birth_date.is_some() || known.sex.is_some()) {
                return false;
            }
            let demographics = party.demographics.get_or_insert_with(Demographics::default);
            DMG.fill(demographics, segment, 1, &mut party.other_elements);
            true
        }
        _ => false,
    }
}

/// PER; a pair left empty between others keeps its place.
fn contact(segment: &Segment<'_>) -> Contact {
    let pairs = (3..=segment.len()).step_by(2);
    let numbers =
        pairs.map(|n| ContactNumber { kind: text(segment, n), value: text(segment, n + 1) });
    let function = text(segment, 1);
    Contact { function, name: segment.text(2), numbers: numbers.collect() }
}

/// Reads PAT, its relationship excepted.
pub(super) fn condition(party: &mut ClaimParty, segment: &Segment<'_>) {
    let mut told = party.demographics.take().unwrap_or_default();
    PAT.fill(&mut told, segment, 2, &mut party.other_elements);
    party.demographics = (told != Demographics::default()).then_some(told);
}

/// Reads PRV where it is a taxonomy code.
pub(super) fn taxonomy(party: &mut ClaimParty, segment: &Segment<'_>, specialty: &str) -> bool {
    let fits = segment.len() == 3
        && segment.element(1) == specialty.as_bytes()
        && segment.element(2) == b"PXC"
        && party.taxonomy.is_none();
    if fits {
        party.taxonomy = Text::read(segment.element(3), segment.delimiters());
    }
    fits && party.taxonomy.is_some()
}

fn street(party: &mut ClaimParty, segment: &Segment<'_>) -> bool {
    if party.address.as_ref().is_some_and(|address| !address.reveal().lines.is_empty()) {
        return false;
    }
    let lines = (1..=segment.len()).map(|n| Text::read(segment.element(n), segment.delimiters()));
    let Some(lines) = lines.collect::<Option<Vec<_>>>() else { return false };
    if lines.len() > 2 || lines.iter().any(Text::is_empty) {
        return false;
    }
    address(party).lines = lines;
    true
}

fn place(party: &mut ClaimParty, segment: &Segment<'_>) -> bool {
    let told = address(party);
    let parts =
        [&told.city, &told.state, &told.postal_code, &told.country, &told.country_subdivision];
    if parts.iter().any(|part| part.is_some()) {
        return false;
    }
    for number in 1..=segment.len() {
        let bytes = segment.element(number);
        let told = address(party);
        let part = match number {
            1 => &mut told.city,
            2 => &mut told.state,
            3 => &mut told.postal_code,
            4 => &mut told.country,
            7 => &mut told.country_subdivision,
            _ => &mut None,
        };
        match Element::read(bytes, segment.delimiters()) {
            Some(text) if matches!(number, 1..=4 | 7) => *part = text,
            _ if bytes.is_empty() => {}
            _ => party.other_elements.push(other_element(segment, number)),
        }
    }
    true
}

fn address(party: &mut ClaimParty) -> &mut Address {
    party.address.get_or_insert_default().reveal_mut()
}

fn number(party: &mut ClaimParty, segment: &Segment<'_>, tax: bool) -> bool {
    let Some(reference) = REF.read(segment) else { return false };
    let is_tax = matches!(reference.qualifier.as_str(), "EI" | "SY") && reference.payer.is_none();
    if tax && is_tax && party.tax_id.is_none() {
        let (qualifier, value) = (reference.qualifier, reference.value);
        party.tax_id = Some(Identifier { qualifier, value });
    } else {
        party.references.push(reference);
    }
    true
}
