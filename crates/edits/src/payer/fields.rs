//! Fields: which parts has a claim, and which of them may a message tell?
//!
//! The names come from the model itself: its records are read from a source that answers every question and
//! notes what it is asked for. What a message may tell is a list by hand: codes, amounts, counts and flags. A
//! new field of the model is known at once, and told by nobody until it is listed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Map, Value as Json};
use superbill_model::ClaimBatch;

/// Whether any record of a batch has a field of this name.
pub(super) fn is_known(name: &str) -> bool {
    names().contains(name)
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

fn names() -> &'static BTreeSet<&'static str> {
    static NAMES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = BTreeSet::new();
        // What it reads is of no use, and whether it makes sense neither.
        drop(ClaimBatch::deserialize(Asked(&mut names)));
        names
    })
}

/// A source that answers every question and notes which fields it is asked for.
struct Asked<'n>(&'n mut BTreeSet<&'static str>);

/// A text that is a number and an amount.
const ANSWER: &str = "0";

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(ANSWER)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(ANSWER)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(ANSWER)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(false)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u8(0)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u32(0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Fields { names: self.0, left: &[""] })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(fields);
        visitor.visit_map(Fields { names: self.0, left: fields })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let first: StrDeserializer<'static, Error> =
            variants.first().copied().unwrap_or("").into_deserializer();
        visitor.visit_enum(first)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u64 u128 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct map identifier ignored_any
    }
}

/// The fields of a record, or the one item of a list.
struct Fields<'n> {
    names: &'n mut BTreeSet<&'static str>,
    left: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((first, rest)) = self.left.split_first() else { return Ok(None) };
        self.left = rest;
        let key: StrDeserializer<'static, Error> = first.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Asked(self.names))
    }
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((_, rest)) = self.left.split_first() else { return Ok(None) };
        self.left = rest;
        seed.deserialize(Asked(self.names)).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_tells_its_fields_and_what_is_told_is_among_them() {
        for name in TOLD.split(' ').chain(["birthDate", "otherSegments", "controlNumber"]) {
            assert!(is_known(name), "{name}");
        }
        assert!(!is_known("unitz"));
        // Read to the end, so that no record was left out.
        assert!(ClaimBatch::deserialize(Asked(&mut BTreeSet::new())).is_ok());
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
