//! Walks: which texts, days and amounts does a claim hold, and where?
//!
//! Paths are handed over unformatted, as something that can be shown.

use core::fmt::Display;

use superbill_model::{
    Address, Adjustment, Claim, ClaimDate, ClaimParty, EntityName, Note, Procedure,
};
use superbill_types::{DateValue, Money, Phi, Text};

use crate::place;
use crate::{Parts, Party, party};

/// What is called with each text: its path, the text, and the most characters it may have.
pub type EachText<'a> = dyn FnMut(&dyn Display, &str, usize) + 'a;

/// The parts that [`texts`] goes through.
pub const TEXTS: Parts = Parts::BILLING
    .and(Parts::COVERAGE)
    .and(Parts::PATIENT)
    .and(Parts::OTHER_COVERAGES)
    .and(Parts::PROVIDERS)
    .and(Parts::ATTACHMENTS)
    .and(Parts::REFERENCES)
    .and(Parts::NOTES)
    .and(Parts::LINES)
    .and(Parts::LINE_SERVICE)
    .and(Parts::LINE_REFERENCES)
    .and(Parts::LINE_DOCUMENTS)
    .and(Parts::LINE_PROVIDERS);

/// Every free text of a claim: names, addresses, contacts, numbers, notes, descriptions. No codes.
pub fn texts(claim: &Claim, each: &mut EachText<'_>) {
    party::of_claim(claim, |party| party_texts(&party, each));
    for (path, coverage) in place::coverages(claim) {
        phi(&format_args!("{path}.groupNumber"), coverage.group_number.as_ref(), 50, each);
        plain(&format_args!("{path}.groupName"), coverage.group_name.as_ref(), 60, each);
    }
    for (index, reference) in claim.references.iter().enumerate() {
        each(&format_args!("references[{index}].value"), reference.value.reveal(), 50);
    }
    for (index, one) in claim.attachments.iter().enumerate() {
        let path = format_args!("attachments[{index}].controlNumber");
        phi(&path, one.control_number.as_ref(), 80, each);
        plain(
            &format_args!("attachments[{index}].description"),
            one.description.as_ref(),
            80,
            each,
        );
    }
    notes(&"", &claim.notes, &claim.file_information, each);
    for (index, line) in claim.lines.iter().enumerate() {
        let path = format_args!("lines[{index}].controlNumber");
        phi(&path, line.control_number.as_ref(), 50, each);
        procedure(&format_args!("lines[{index}].procedure"), line.procedure.as_ref(), each);
        for (place, reference) in line.references.iter().enumerate() {
            let path = format_args!("lines[{index}].references[{place}].value");
            each(&path, reference.value.reveal(), 50);
        }
        notes(&format_args!("lines[{index}]."), &line.notes, &line.file_information, each);
    }
}

fn notes(path: &dyn Display, notes: &[Note], fixed: &[Phi<Text>], each: &mut EachText<'_>) {
    for (index, note) in notes.iter().enumerate() {
        each(&format_args!("{path}notes[{index}].text"), note.text.reveal(), 80);
    }
    for (index, text) in fixed.iter().enumerate() {
        each(&format_args!("{path}fileInformation[{index}]"), text.reveal(), 80);
    }
}

fn procedure(path: &dyn Display, procedure: Option<&Procedure>, each: &mut EachText<'_>) {
    let description = procedure.and_then(|procedure| procedure.description.as_ref());
    plain(&format_args!("{path}.description"), description, 80, each);
}

fn party_texts(at: &Party<'_>, each: &mut EachText<'_>) {
    let ClaimParty { name, identifier, address, references, contacts, .. } = at.party;
    let EntityName { last_name, first_name, middle_name, prefix, suffix, .. } = name;
    phi(&format_args!("{at}.name.lastName"), last_name.as_ref(), 60, each);
    phi(&format_args!("{at}.name.firstName"), first_name.as_ref(), 35, each);
    phi(&format_args!("{at}.name.middleName"), middle_name.as_ref(), 25, each);
    phi(&format_args!("{at}.name.prefix"), prefix.as_ref(), 10, each);
    phi(&format_args!("{at}.name.suffix"), suffix.as_ref(), 10, each);
    let number = identifier.as_ref().map(|identifier| &identifier.value);
    phi(&format_args!("{at}.identifier.value"), number, 80, each);
    if let Some(address) = address {
        let Address { lines, city, .. } = address.reveal();
        for (index, line) in lines.iter().enumerate() {
            each(&format_args!("{at}.address.lines[{index}]"), line, 55);
        }
        plain(&format_args!("{at}.address.city"), city.as_ref(), 30, each);
    }
    for (index, reference) in references.iter().enumerate() {
        each(&format_args!("{at}.references[{index}].value"), reference.value.reveal(), 50);
    }
    for (index, contact) in contacts.iter().enumerate() {
        let contact = contact.reveal();
        plain(&format_args!("{at}.contacts[{index}].name"), contact.name.as_ref(), 60, each);
        for (place, number) in contact.numbers.iter().enumerate() {
            let path = format_args!("{at}.contacts[{index}].numbers[{place}].value");
            each(&path, &number.value, 256);
        }
    }
}

fn plain(path: &dyn Display, text: Option<&Text>, most: usize, each: &mut EachText<'_>) {
    if let Some(text) = text {
        each(path, text, most);
    }
}

fn phi(path: &dyn Display, text: Option<&Phi<Text>>, most: usize, each: &mut EachText<'_>) {
    plain(path, text.map(Phi::reveal), most, each);
}

/// What is called with each day: its path and the day.
pub type EachDay<'a> = dyn FnMut(&dyn Display, &DateValue) + 'a;

/// The parts that [`days`] goes through.
pub const DAYS: Parts = Parts::COVERAGE
    .and(Parts::PATIENT)
    .and(Parts::OTHER_COVERAGES)
    .and(Parts::PROVIDERS)
    .and(Parts::BILLING)
    .and(Parts::DATES)
    .and(Parts::PROCEDURES)
    .and(Parts::BILL_CODES)
    .and(Parts::LINES)
    .and(Parts::LINE_DATES)
    .and(Parts::LINE_ADJUDICATIONS)
    .and(Parts::LINE_PROVIDERS);

/// Every day a claim tells.
pub fn days(claim: &Claim, each: &mut EachDay<'_>) {
    party::of_claim(claim, |party| {
        let Some(person) = &party.party.demographics else { return };
        let birth = person.birth_date.as_ref().map(Phi::reveal);
        day(&format_args!("{party}.demographics.birthDate"), birth, each);
        let death = person.death_date.as_ref().map(Phi::reveal);
        day(&format_args!("{party}.demographics.deathDate"), death, each);
    });
    claim_dates(&"", &claim.dates, each);
    for (index, one) in claim.procedures.iter().enumerate() {
        day(&format_args!("procedures[{index}].date"), one.date.as_ref(), each);
    }
    for (index, one) in claim.occurrences.iter().enumerate() {
        day(&format_args!("occurrences[{index}].date"), one.date.as_ref(), each);
    }
    for (index, one) in claim.occurrence_spans.iter().enumerate() {
        day(&format_args!("occurrenceSpans[{index}].from"), one.from.as_ref(), each);
        day(&format_args!("occurrenceSpans[{index}].to"), one.to.as_ref(), each);
    }
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let path = format_args!("otherCoverages[{index}].adjudicationDate");
        day(&path, other.adjudication_date.as_ref(), each);
    }
    for (index, line) in claim.lines.iter().enumerate() {
        claim_dates(&format_args!("lines[{index}]."), &line.dates, each);
        for (place, one) in line.adjudications.iter().enumerate() {
            let path = format_args!("lines[{index}].adjudications[{place}].adjudicationDate");
            day(&path, one.adjudication_date.as_ref(), each);
        }
    }
}

fn claim_dates(path: &dyn Display, dates: &[ClaimDate], each: &mut EachDay<'_>) {
    for (index, date) in dates.iter().enumerate() {
        day(&format_args!("{path}dates[{index}].from"), date.from.as_ref(), each);
        day(&format_args!("{path}dates[{index}].to"), date.to.as_ref(), each);
    }
}

fn day(path: &dyn Display, value: Option<&DateValue>, each: &mut EachDay<'_>) {
    if let Some(value) = value {
        each(path, value);
    }
}

/// What is called with each amount: its path and the amount.
pub type EachAmount<'a> = dyn FnMut(&dyn Display, Money) + 'a;

/// The parts that [`amounts`] goes through.
pub const AMOUNTS: Parts = Parts::HEAD
    .and(Parts::AMOUNTS)
    .and(Parts::OTHER_COVERAGES)
    .and(Parts::LINES)
    .and(Parts::LINE_CHARGE)
    .and(Parts::LINE_ADJUDICATIONS);

/// Every amount of money that is charged, paid or taken off.
pub fn amounts(claim: &Claim, each: &mut EachAmount<'_>) {
    money(&"chargeAmount", claim.charge_amount, each);
    for (index, one) in claim.amounts.iter().enumerate() {
        money(&format_args!("amounts[{index}].amount"), one.amount, each);
    }
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let path = format_args!("otherCoverages[{index}]");
        money(&format_args!("{path}.paidAmount"), other.paid_amount, each);
        money(&format_args!("{path}.nonCoveredAmount"), other.non_covered_amount, each);
        money(&format_args!("{path}.remainingLiability"), other.remaining_liability, each);
    }
    for (index, line) in claim.lines.iter().enumerate() {
        money(&format_args!("lines[{index}].chargeAmount"), line.charge_amount, each);
        money(&format_args!("lines[{index}].nonCoveredAmount"), line.non_covered_amount, each);
        for (place, one) in line.amounts.iter().enumerate() {
            money(&format_args!("lines[{index}].amounts[{place}].amount"), one.amount, each);
        }
        for (place, one) in line.adjudications.iter().enumerate() {
            let path = format_args!("lines[{index}].adjudications[{place}]");
            money(&format_args!("{path}.paidAmount"), one.paid_amount, each);
            money(&format_args!("{path}.remainingLiability"), one.remaining_liability, each);
        }
    }
    adjustments(claim, &mut |path, adjustment| {
        money(&format_args!("{path}.amount"), adjustment.amount, each);
    });
}

fn money(path: &dyn Display, amount: Option<Money>, each: &mut EachAmount<'_>) {
    if let Some(amount) = amount {
        each(path, amount);
    }
}

/// Every adjustment an earlier payer made, of the claim and of its lines.
pub fn adjustments(claim: &Claim, each: &mut dyn FnMut(&dyn Display, &Adjustment)) {
    for (index, other) in claim.other_coverages.iter().enumerate() {
        for (place, one) in other.adjustments.iter().enumerate() {
            each(&format_args!("otherCoverages[{index}].adjustments[{place}]"), one);
        }
    }
    for (index, line) in claim.lines.iter().enumerate() {
        for (place, told) in line.adjudications.iter().enumerate() {
            for (slot, one) in told.adjustments.iter().enumerate() {
                let path =
                    format_args!("lines[{index}].adjudications[{place}].adjustments[{slot}]");
                each(&path, one);
            }
        }
    }
}
