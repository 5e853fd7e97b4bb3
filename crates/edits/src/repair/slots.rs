//! Slots: which values can be repaired, where do they stand, and of what kind are they?

use core::fmt::Display;

use superbill_model::{
    Address, Claim, ClaimBatch, ClaimParty, ClaimProviders, ClaimReference, Contact, Coverage,
    Identifier, Note, Procedure, ServiceLine,
};
use superbill_types::{Phi, Text};

/// Kind of a value, with what stands beside it that tells its right form.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field<'a> {
    /// Free text.
    Text,
    /// Telephone or fax.
    Phone,
    /// ZIP or postal code; padded to nine digits for who bills and where.
    Zip { pad: bool },
    /// Country, with the state and ZIP code beside it.
    Country { state: Option<&'a str>, zip: Option<&'a str> },
    /// Code of letters and digits.
    Code,
    /// Identifier of letters and digits.
    Number,
    /// Identifier of digits.
    Digits,
    /// National drug code.
    Drug,
    /// Number of a line, with its place.
    LineNumber(usize),
    /// Person or organization; whether a first name is told.
    EntityType { person: bool },
}

/// A place to read and write a value.
pub(super) enum Slot<'a> {
    Text(&'a mut Text),
    Maybe(&'a mut Option<Text>),
    MaybePhi(&'a mut Option<Phi<Text>>),
}

impl Slot<'_> {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            Self::Maybe(text) => text.as_deref(),
            Self::MaybePhi(text) => text.as_ref().map(|text| text.reveal().as_str()),
        }
    }

    pub(super) fn set(&mut self, to: Text) {
        match self {
            Self::Text(text) => **text = to,
            Self::Maybe(text) => **text = Some(to),
            Self::MaybePhi(text) => **text = Some(Phi::new(to)),
        }
    }
}

/// What is called with each value: its path, its kind, and the place to write.
pub(super) type Each<'e> = dyn FnMut(&dyn Display, Field<'_>, &mut Slot<'_>) + 'e;

/// Every value of the batch that a repair knows.
pub(super) fn walk(batch: &mut ClaimBatch, each: &mut Each<'_>) {
    party(&"submitter", &mut batch.submitter, false, each);
    party(&"receiver", &mut batch.receiver, false, each);
    for (index, one) in batch.claims.iter_mut().enumerate() {
        claim(&format_args!("claims[{index}]"), one, each);
    }
}

fn claim(at: &dyn Display, claim: &mut Claim, each: &mut Each<'_>) {
    party(&format_args!("{at}.billingProvider"), &mut claim.billing_provider, true, each);
    if let Some(pay_to) = &mut claim.pay_to_address {
        party(&format_args!("{at}.payToAddress"), pay_to, false, each);
    }
    coverage(&format_args!("{at}.coverage"), &mut claim.coverage, each);
    if let Some(patient) = &mut claim.patient {
        party(&format_args!("{at}.patient.party"), &mut patient.party, false, each);
    }
    for (index, other) in claim.other_coverages.iter_mut().enumerate() {
        coverage(&format_args!("{at}.otherCoverages[{index}].coverage"), &mut other.coverage, each);
    }
    providers(at, &mut claim.providers, each);
    references(at, &mut claim.references, each);
    notes(at, &mut claim.notes, each);
    for (index, diagnosis) in claim.diagnoses.iter_mut().enumerate() {
        text(&format_args!("{at}.diagnoses[{index}].code"), Field::Code, &mut diagnosis.code, each);
    }
    for (index, one) in claim.procedures.iter_mut().enumerate() {
        text(&format_args!("{at}.procedures[{index}].code"), Field::Code, &mut one.code, each);
    }
    for (index, one) in claim.lines.iter_mut().enumerate() {
        line(&format_args!("{at}.lines[{index}]"), index, one, each);
    }
}

fn line(at: &dyn Display, place: usize, line: &mut ServiceLine, each: &mut Each<'_>) {
    let number = &mut Slot::MaybePhi(&mut line.control_number);
    each(&format_args!("{at}.controlNumber"), Field::LineNumber(place), number);
    if let Some(Procedure { code, modifiers, description, .. }) = &mut line.procedure {
        text(&format_args!("{at}.procedure.code"), Field::Code, code, each);
        for (index, modifier) in modifiers.iter_mut().enumerate() {
            let path = format_args!("{at}.procedure.modifiers[{index}]");
            text(&path, Field::Code, modifier, each);
        }
        maybe(&format_args!("{at}.procedure.description"), Field::Text, description, each);
    }
    maybe(&format_args!("{at}.revenueCode"), Field::Digits, &mut line.revenue_code, each);
    if let Some(drug) = line.drug.as_mut().filter(|drug| drug.qualifier == "N4") {
        text(&format_args!("{at}.drug.code"), Field::Drug, &mut drug.code, each);
    }
    references(at, &mut line.references, each);
    notes(at, &mut line.notes, each);
    providers(at, &mut line.providers, each);
}

fn coverage(at: &dyn Display, coverage: &mut Coverage, each: &mut Each<'_>) {
    let medicare = crate::place::is_medicare(coverage);
    party(&format_args!("{at}.subscriber"), &mut coverage.subscriber.0, false, each);
    let member = coverage.subscriber.0.identifier.as_mut().filter(|_| medicare);
    if let Some(Identifier { value, .. }) = member {
        phi(&format_args!("{at}.subscriber.identifier.value"), Field::Number, value, each);
    }
    party(&format_args!("{at}.payer"), &mut coverage.payer, false, each);
}

fn providers(at: &dyn Display, providers: &mut ClaimProviders, each: &mut Each<'_>) {
    let fields = [
        ("referring", &mut providers.referring),
        ("primaryCare", &mut providers.primary_care),
        ("rendering", &mut providers.rendering),
        ("serviceFacility", &mut providers.service_facility),
        ("supervising", &mut providers.supervising),
        ("ordering", &mut providers.ordering),
        ("purchasedService", &mut providers.purchased_service),
        ("attending", &mut providers.attending),
        ("operating", &mut providers.operating),
        ("otherOperating", &mut providers.other_operating),
        ("assistantSurgeon", &mut providers.assistant_surgeon),
        ("pickUp", &mut providers.pick_up),
        ("dropOff", &mut providers.drop_off),
    ];
    for (name, field) in fields {
        if let Some(one) = field {
            party(&format_args!("{at}.providers.{name}"), one, name == "serviceFacility", each);
        }
    }
}

fn party(at: &dyn Display, party: &mut ClaimParty, pad: bool, each: &mut Each<'_>) {
    let name = &mut party.name;
    let person = name.first_name.is_some();
    if name.last_name.is_some() {
        let kind = Field::EntityType { person };
        text(&format_args!("{at}.name.entityType"), kind, &mut name.entity_type, each);
    }
    let parts = [
        ("lastName", &mut name.last_name),
        ("firstName", &mut name.first_name),
        ("middleName", &mut name.middle_name),
        ("prefix", &mut name.prefix),
        ("suffix", &mut name.suffix),
    ];
    for (part, value) in parts {
        if value.is_some() {
            each(&format_args!("{at}.name.{part}"), Field::Text, &mut Slot::MaybePhi(value));
        }
    }
    if let Some(identifier) = party.identifier.as_mut().filter(|it| it.qualifier == "XX") {
        phi(&format_args!("{at}.identifier.value"), Field::Digits, &mut identifier.value, each);
    }
    if let Some(number) = &mut party.tax_id {
        phi(&format_args!("{at}.taxId.value"), Field::Digits, &mut number.value, each);
    }
    maybe(&format_args!("{at}.taxonomy"), Field::Code, &mut party.taxonomy, each);
    if let Some(one) = &mut party.address {
        let mut changed = one.reveal().clone();
        address(at, &mut changed, pad, each);
        *one = Phi::new(changed);
    }
    references(at, &mut party.references, each);
    for (index, one) in party.contacts.iter_mut().enumerate() {
        let mut changed = one.reveal().clone();
        contact(&format_args!("{at}.contacts[{index}]"), &mut changed, each);
        *one = Phi::new(changed);
    }
}

fn address(at: &dyn Display, address: &mut Address, pad: bool, each: &mut Each<'_>) {
    for (index, one) in address.lines.iter_mut().enumerate() {
        text(&format_args!("{at}.address.lines[{index}]"), Field::Text, one, each);
    }
    maybe(&format_args!("{at}.address.city"), Field::Text, &mut address.city, each);
    maybe(&format_args!("{at}.address.state"), Field::Code, &mut address.state, each);
    let home = matches!(address.country.as_deref(), None | Some("" | "US" | "USA"));
    let zip = Field::Zip { pad: pad && home };
    maybe(&format_args!("{at}.address.postalCode"), zip, &mut address.postal_code, each);
    let Address { state, postal_code, country, .. } = address;
    let field = Field::Country { state: state.as_deref(), zip: postal_code.as_deref() };
    each(&format_args!("{at}.address.country"), field, &mut Slot::Maybe(country));
}

fn contact(at: &dyn Display, contact: &mut Contact, each: &mut Each<'_>) {
    maybe(&format_args!("{at}.name"), Field::Text, &mut contact.name, each);
    for (index, number) in contact.numbers.iter_mut().enumerate() {
        if matches!(number.kind.as_str(), "TE" | "FX") {
            let path = format_args!("{at}.numbers[{index}].value");
            text(&path, Field::Phone, &mut number.value, each);
        }
    }
}

fn references(at: &dyn Display, references: &mut [ClaimReference], each: &mut Each<'_>) {
    for (index, one) in references.iter_mut().enumerate() {
        let field = match one.qualifier.as_str() {
            "SY" | "EI" => Field::Digits,
            "X4" | "F4" => Field::Number,
            _ => continue,
        };
        phi(&format_args!("{at}.references[{index}].value"), field, &mut one.value, each);
    }
}

fn notes(at: &dyn Display, notes: &mut [Note], each: &mut Each<'_>) {
    for (index, note) in notes.iter_mut().enumerate() {
        phi(&format_args!("{at}.notes[{index}].text"), Field::Text, &mut note.text, each);
    }
}

fn text(path: &dyn Display, field: Field<'_>, value: &mut Text, each: &mut Each<'_>) {
    each(path, field, &mut Slot::Text(value));
}

fn maybe(path: &dyn Display, field: Field<'_>, value: &mut Option<Text>, each: &mut Each<'_>) {
    if value.is_some() {
        each(path, field, &mut Slot::Maybe(value));
    }
}

fn phi(path: &dyn Display, field: Field<'_>, value: &mut Phi<Text>, each: &mut Each<'_>) {
    let mut slot = Some(value.clone());
    each(path, field, &mut Slot::MaybePhi(&mut slot));
    if let Some(changed) = slot {
        *value = changed;
    }
}
