//! Fields: which parts has a claim, and which of them may a message tell?
//!
//! Two lists: what a message may tell (codes, amounts, counts, flags), and what it may not. A test asks the model
//! for its fields, so that a new one is put into one of the lists.

use serde_json::{Map, Value as Json};

/// Whether any record of a batch has a field of this name.
pub(super) fn is_known(name: &str) -> bool {
    is_told(name) || UNTOLD.split(' ').any(|untold| untold == name)
}

/// Whether a message may tell it.
pub(super) fn is_told(name: &str) -> bool {
    TOLD.split(' ').any(|told| told == name)
}

/// A part of a claim without what may identify a person: only told fields, and only dates of service,
/// statement, admission and discharge.
pub(super) fn told(json: &Json) -> Json {
    match json {
        Json::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| is_told(name));
            Json::Object(kept.map(|(name, it)| (name.clone(), told(it))).collect::<Map<_, _>>())
        }
        Json::Array(items) => {
            Json::Array(items.iter().filter(|it| !is_other_day(it)).map(told).collect())
        }
        other => other.clone(),
    }
}

/// A day that is not one of service, such as that of an accident.
fn is_other_day(item: &Json) -> bool {
    let dated = item.get("from").is_some() || item.get("to").is_some();
    let qualifier = item.get("qualifier").and_then(Json::as_str);
    dated && !qualifier.is_some_and(|it| ["472", "434", "435", "096"].contains(&it))
}

/// Codes, amounts, counts, flags, days of service, and the records they stand in.
const TOLD: &str = "adjudications adjustments admission allowedAmount ambulance amount amounts applies \
    assignment attending assistantSurgeon benefitsAssigned billingProvider bundledLine category \
    certifications chargeAmount claims code condition conditions contract copayExempt coverage \
    currency dates delayReason diagnoses diagnosisPointers diagnosisRelatedGroup distance drug \
    earlyScreening emergency equipment facilityCode facilityQualifier familyPlanning \
    filingIndicator frequency from group insuranceType kind lines measurements modifiers months \
    nonCoveredAmount operating oralCavity ordering orthodontics otherCoverages otherOperating \
    paidAmount paidUnits placeOfService presentOnAdmission priority procedure procedures \
    prosthesis providers qualifier quantities quantity reason references referring relationship \
    releaseOfInformation remainingLiability rendering revenueCode sequence serviceFacility \
    signatureOnFile source specialProgram supervising surfaces taxonomy teeth to tooth unit \
    units";

/// All other fields.
const UNTOLD: &str = "address adjudicationDate answers attachments birthDate causes city codeRangeEnd compliance \
    contacts controlNumber country countrySubdivision date days deathDate demographics \
    description discountPercentage dropOff emptySlotsBefore entityType equipmentCertification \
    exception fileInformation firstName form forms function groupAmount groupCode groupName \
    groupNumber guide identifier inpatient lastName list measure methodology middleName \
    moreDescription name notes numbers occurrenceSpans occurrences organization otherElements \
    otherSegments others outpatient party patient patientControlNumber patientSignatureSource \
    patientStatus payToAddress payToPlan payer percentage pickUp position postalCode prefix \
    pregnant pricing primaryCare procedureQualifier provider purchasePrice purchasedService \
    purpose question rate receiver reference rejection relatedCauses remainingMonths rentalPrice \
    role roundTripPurpose savingAmount segment sex spinalManipulation state status \
    stretcherPurpose submissionReason submitter subscriber suffix taxId text time toothStatus \
    transmission treatment treatmentMonths treatments unitPrice usage value values version \
    weight yesOrNo";

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::asked::names;

    #[test]
    fn every_field_of_the_model_is_told_or_not() {
        let listed: Vec<&str> = TOLD.split(' ').chain(UNTOLD.split(' ')).collect();
        let names = names();
        let missing: Vec<&str> = names.iter().copied().filter(|it| !listed.contains(it)).collect();
        assert!(missing.is_empty(), "{}", missing.join(" "));
        assert_eq!(listed.len(), names.len(), "a field is listed that the model has not, or twice");
        assert!(!is_known("unitz"));
    }

    #[test]
    fn what_may_identify_a_person_is_not_told() {
        let identifying = "lastName firstName value identifier taxId address demographics contacts birthDate \
            deathDate patientControlNumber controlNumber groupNumber groupName text notes \
            fileInformation otherElements otherSegments description reference date occurrences \
            forms name payer";
        for name in identifying.split(' ') {
            assert!(!is_told(name), "{name}");
        }
        let claim = serde_json::json!({ "dates": [
            { "qualifier": "439", "from": "2026-01-02" }, { "qualifier": "472", "from": "2026-01-03" },
        ] });
        assert_eq!(told(&claim)["dates"].as_array().map(Vec::len), Some(1));
    }
}
