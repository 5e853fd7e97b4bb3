//! Parties: which segments name a party and tell more of it?

use superbill_model::{ClaimParty, EntityName};

use super::super::layout::{DMG, REF};
use super::out::Out;
use crate::remittance::write::contacts;

/// NM1, PRV, N3, N4 and DMG. `specialty` is the code of a taxonomy segment that stands here.
pub(super) fn name(out: &mut Out, role: &str, party: &ClaimParty, specialty: Option<&str>) {
    if is_named(party) {
        name_segment(out, role, party);
    }
    if let (Some(code), Some(taxonomy)) = (specialty, &party.taxonomy) {
        specialty_segment(out, code, taxonomy);
    }
    address(out, party);
    let demographics = party.demographics.as_ref();
    let kept = party.other_elements.iter().any(|one| one.segment == "DMG");
    if let Some(told) = demographics.filter(|d| kept || d.birth_date.is_some() || d.sex.is_some()) {
        out.within("demographics", |out| out.record(&DMG, told, &party.other_elements));
    }
}

/// Whether there is more of it than what was kept where a name should have been.
fn is_named(party: &ClaimParty) -> bool {
    party.identifier.is_some()
        || party.name != EntityName::default()
        || party.tax_id.is_some()
        || party.address.is_some()
        || party.demographics.is_some()
        || !party.references.is_empty()
        || !party.contacts.is_empty()
        || !party.other_elements.is_empty()
}

fn name_segment(out: &mut Out, role: &str, party: &ClaimParty) {
    let name = &party.name;
    out.writer.segment("NM1").element(role).element(&name.entity_type);
    for part in [&name.last_name, &name.first_name, &name.middle_name, &name.prefix, &name.suffix] {
        out.writer.optional(part.as_ref().map(|text| text.reveal().as_str()));
    }
    let identifier = party.identifier.as_ref();
    out.writer
        .optional(identifier.map(|id| id.qualifier.as_str()))
        .optional(identifier.map(|id| id.value.reveal().as_str()));
    out.rest("NM1", 9, &party.other_elements);
    out.end(|number| {
        const FIELDS: [&str; 10] = [
            "",
            "",
            "name.entity_type",
            "name.last_name",
            "name.first_name",
            "name.middle_name",
            "name.prefix",
            "name.suffix",
            "identifier.qualifier",
            "identifier.value",
        ];
        FIELDS.get(number).copied().unwrap_or("")
    });
}

/// PRV.
pub(super) fn specialty_segment(out: &mut Out, code: &str, taxonomy: &str) {
    out.writer.segment("PRV").element(code).element("PXC").element(taxonomy);
    out.end(|_| "taxonomy");
}

fn address(out: &mut Out, party: &ClaimParty) {
    let kept = party.other_elements.iter().any(|one| one.segment == "N4");
    let Some(address) = party.address.as_ref().map(superbill_types::Phi::reveal) else { return };
    out.within("address", |out| {
        for lines in address.lines.chunks(2) {
            out.writer.segment("N3");
            for line in lines {
                out.writer.element(line);
            }
            out.end(|_| "lines");
        }
        let place = [&address.city, &address.state, &address.postal_code, &address.country];
        let subdivision = address.country_subdivision.as_deref();
        if !kept && subdivision.is_none() && place.iter().all(|part| part.is_none()) {
            return;
        }
        out.writer.segment("N4");
        for part in place {
            out.writer.optional(part.as_deref());
        }
        if kept {
            out.rest("N4", 4, &party.other_elements);
        }
        if let Some(subdivision) = subdivision {
            let used = party.other_elements.iter().filter(|one| one.segment == "N4");
            let used = used.map(|one| usize::from(one.position)).max().unwrap_or(4);
            for _ in used..6 {
                out.writer.element("");
            }
            out.writer.element(subdivision);
        }
        out.end(|number| match number {
            1 => "city",
            2 => "state",
            3 => "postal_code",
            4 => "country",
            7 => "country_subdivision",
            _ => "",
        });
    });
}

/// REF, PER and what was kept as sent.
pub(super) fn numbers(out: &mut Out, party: &ClaimParty) {
    out.records("references", &REF, &party.references);
    for (index, contact) in party.contacts.iter().enumerate() {
        out.at("contacts", index, |out| {
            out.segments("", |writer| contacts(writer, core::slice::from_ref(contact.reveal())));
        });
    }
    out.others(&party.other_segments);
}

/// REF of the tax number.
pub(super) fn tax(out: &mut Out, party: &ClaimParty) {
    if let Some(tax) = &party.tax_id {
        out.writer.segment("REF").element(&tax.qualifier).element(tax.value.reveal());
        out.end(|number| if number == 1 { "tax_id.qualifier" } else { "tax_id.value" });
    }
}
