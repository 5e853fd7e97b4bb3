//! Claim level: which segments of 2300 say this claim?

use superbill_model::{Claim, ClaimDate, ClaimKind, NamedParty, Providers};
use superbill_types::{Phi, Text};

use super::super::layout::{AMT, CL1, CLM, CN1, CR1, CR2, CRC, DN1, DN2, HCP, NTE, PWK, REF};
use super::super::roles::{ROLES, Role, in_order, role};
use super::super::{code, date, kind, rules};
use super::out::Out;
use super::party::{name, numbers};
use super::{coverage, line};

/// CLM and everything below.
pub(super) fn claim(out: &mut Out, claim: &Claim) {
    out.record(&CLM, claim, &claim.other_elements);
    dates(out, &claim.dates);
    out.optional("admission", &CL1, claim.admission.as_deref());
    out.optional("orthodontics", &DN1, claim.orthodontics.as_deref());
    out.records("tooth_status", &DN2, &claim.tooth_status);
    out.records("attachments", &PWK, &claim.attachments);
    out.optional("contract", &CN1, claim.contract.as_deref());
    out.records("amounts", &AMT, &claim.amounts);
    out.records("references", &REF, &claim.references);
    file_information(out, &claim.file_information);
    out.records("notes", &NTE, &claim.notes);
    out.optional("ambulance", &CR1, claim.ambulance.as_deref());
    out.optional("spinal_manipulation", &CR2, claim.spinal_manipulation.as_deref());
    out.records("certifications", &CRC, &claim.certifications);
    codes(out, claim);
    out.optional("pricing", &HCP, claim.pricing.as_deref());
    out.others(&claim.other_segments);
    providers(out, &claim.providers, claim.kind, false);
    out.each("other_coverages", &claim.other_coverages, coverage::other);
    let most = kind::most_lines(claim.kind);
    if claim.lines.len() > most {
        let finding = out.finding(&rules::TOO_MANY_LINES, "lines");
        out.findings.push(
            finding.with("lines", claim.lines.len().to_string()).with("most", most.to_string()),
        );
    }
    for (index, one) in claim.lines.iter().enumerate() {
        out.at("lines", index, |out| line::line(out, claim.kind, index, one));
    }
}

/// DTP.
pub(super) fn dates(out: &mut Out, dates: &[ClaimDate]) {
    out.each("dates", dates, |out, one| {
        date::write(&mut out.writer, one);
        out.end(|number| if number == 1 { "qualifier" } else { "from" });
    });
}

/// K3.
pub(super) fn file_information(out: &mut Out, list: &[Phi<Text>]) {
    out.each("file_information", list, |out, text| {
        out.writer.segment("K3").element(text.reveal());
        out.end(|_| "");
    });
}

/// HI.
fn codes(out: &mut Out, claim: &Claim) {
    for codes in code::segments(claim) {
        out.writer.segment("HI");
        for (code, ..) in &codes {
            out.writer.composite(code.iter().map(|part| &**part));
        }
        // A finding at the third code of a segment belongs to the third of its list.
        let Some(&(_, field, first)) = codes.first() else { continue };
        let places: Vec<usize> = codes.iter().map(|(.., at)| *at).collect();
        if places.len() == 1 {
            out.at(field, first, |out| out.end(|_| ""));
        } else {
            out.end_items(field, places);
        }
    }
}

/// Providers of a claim or a line.
pub(super) fn providers(out: &mut Out, providers: &Providers, kind: ClaimKind, line: bool) {
    if providers.is_empty() {
        return;
    }
    out.within("providers", |out| {
        let mut one = |role: &Role| {
            if let Some(party) = (role.of)(providers) {
                out.within(role.field, |out| {
                    name(out, role.code, party, Some(role.specialty));
                    numbers(out, party);
                });
            }
        };
        // Most claims name one, which needs no order.
        let mut told = ROLES.iter().filter(|role| (role.of)(providers).is_some());
        match (told.next(), told.next()) {
            (Some(role), None) => one(role),
            (None, _) => {}
            _ => in_order(kind, line).for_each(one),
        }
        named(out, "others", &providers.others);
    });
}

/// Parties that bring their own role.
pub(super) fn named(out: &mut Out, field: &'static str, list: &[NamedParty]) {
    out.each(field, list, |out, one| {
        let specialty = role(one.role.as_bytes()).map_or("", |role| role.specialty);
        out.within("party", |out| {
            name(out, &one.role, &one.party, Some(specialty));
            numbers(out, &one.party);
        });
    });
}
