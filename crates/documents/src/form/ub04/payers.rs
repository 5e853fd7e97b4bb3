//! Payers of the UB-04: what do lines A, B and C of FL 50 to 65 say of each insurance?

use superbill_model::{Claim, Coverage, OtherCoverage};
use superbill_types::{Text, sort_by_number};

use crate::form::party::{identifier, listed_name, npi, spoken_name};
use crate::form::sheet::{CODE, COUNT, NAME, NUMBER, Sheet, WORDS};

/// One insurance with what is told of it.
struct Payer<'a> {
    coverage: &'a Coverage,
    /// What it did, where the claim does not go to it.
    other: Option<&'a OtherCoverage>,
    at: String,
}

/// FL 50 to 65: primary on line A, secondary on B, tertiary on C.
pub(super) fn compose(sheet: &mut Sheet, claim: &Claim) {
    let others = claim.other_coverages.iter().enumerate().map(|(index, other)| Payer {
        coverage: &other.coverage,
        other: Some(other),
        at: format!("otherCoverages[{index}].coverage"),
    });
    let ours = Payer { coverage: &claim.coverage, other: None, at: "coverage".into() };
    let mut payers: Vec<_> = [ours].into_iter().chain(others).collect();
    sort_by_number(&mut payers, |payer| match payer.coverage.sequence.as_str() {
        "P" => 0,
        "S" => 1,
        "T" => 2,
        _ => 3,
    });
    sheet.limit("50", "otherCoverages", 3, payers.len());
    for (payer, row) in payers.iter().take(3).zip(1..) {
        line(sheet, claim, payer, row);
    }
    let provider = &claim.billing_provider;
    sheet.put("56", CODE, "billingProvider.identifier", npi(provider));
}

fn line(sheet: &mut Sheet, claim: &Claim, payer: &Payer<'_>, row: usize) {
    let Payer { coverage, other, at } = payer;
    let field = |locator: &str| format!("{locator}.{row}");
    let subscriber = &coverage.subscriber.0;
    sheet.put(&field("50"), WORDS, &format!("{at}.payer.name"), &spoken_name(&coverage.payer.name));
    let path = format!("{at}.payer.identifier.value");
    sheet.put(&field("51"), NUMBER, &path, identifier(&coverage.payer));
    let told = |of: fn(&OtherCoverage) -> &Option<Text>, ours: &Option<Text>| {
        other.map_or(ours, of).clone()
    };
    let release = told(|it| &it.release_of_information, &claim.release_of_information);
    sheet.maybe(&field("52"), CODE, "releaseOfInformation", release);
    let assigned = told(|it| &it.benefits_assigned, &claim.benefits_assigned);
    sheet.maybe(&field("53"), CODE, "benefitsAssigned", assigned);
    if let Some(other) = other {
        sheet.money(&field("54"), &at.replace("coverage", "paidAmount"), other.paid_amount);
    }
    let provider = &claim.billing_provider;
    let number = provider.references.iter().find(|it| it.payer.is_none() && it.qualifier == "G2");
    if let Some(number) = number.filter(|_| other.is_none()) {
        sheet.put(&field("57"), NUMBER, "billingProvider.references", number.value.reveal());
    }
    let path = format!("{at}.subscriber");
    sheet.put(&field("58"), NAME, &format!("{path}.name"), &listed_name(&subscriber.name));
    let ours = claim.patient.as_ref().map_or("18", |patient| &patient.relationship);
    let theirs = coverage.relationship.as_deref().unwrap_or("");
    let relationship = if other.is_some() { theirs } else { ours };
    sheet.put(&field("59"), CODE, &format!("{at}.relationship"), relationship);
    sheet.put(&field("60"), NUMBER, &format!("{path}.identifier.value"), identifier(subscriber));
    sheet.maybe(&field("61"), WORDS, &format!("{at}.groupName"), coverage.group_name.as_ref());
    let group = coverage.group_number.as_ref().map(|number| number.reveal());
    sheet.maybe(&field("62"), COUNT, &format!("{at}.groupNumber"), group);
    if other.is_none() {
        let found = ["G1", "9F"].iter().find_map(|it| claim.reference(it));
        sheet.maybe(&field("63"), NUMBER, "references", found.map(|number| number.reveal()));
        let original = claim.reference("F8").map(|number| number.reveal());
        sheet.maybe(&field("64"), NUMBER, "references", original);
    }
}
