//! Code systems: which list does a code belong to, and does it even look like one of it?

use serde::{Deserialize, Serialize};

/// A list of codes with one owner and one meaning per code.
///
/// Never tell a system from a code's shape: 6,761 diagnosis codes look like HCPCS codes. The field a
/// code stands in says which list it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CodeSystem {
    /// Diagnoses, ICD-10-CM. Written without the dot; a dot after the third character is passed over.
    #[serde(rename = "icd10cm")]
    Icd10Cm,
    /// Inpatient procedures, ICD-10-PCS.
    #[serde(rename = "icd10pcs")]
    Icd10Pcs,
    /// HCPCS Level II: a letter and four digits. Dental `D` codes are [`CodeSystem::Cdt`].
    Hcpcs,
    /// CPT, the American Medical Association's. Loaded by its licensee, never shipped.
    Cpt,
    /// Dental procedures, CDT, the American Dental Association's. Never shipped.
    Cdt,
    /// Procedure modifiers, HCPCS and CPT. CPT's begin with a digit and need their licensee's pack.
    Modifier,
    /// Place of service.
    PlaceOfService,
    /// Type of bill: facility, classification and frequency; three characters or four with the zero.
    TypeOfBill,
    /// Revenue codes, four digits.
    Revenue,
    /// Condition codes of an institutional claim.
    Condition,
    /// Occurrence codes of an institutional claim.
    Occurrence,
    /// Occurrence span codes of an institutional claim.
    OccurrenceSpan,
    /// Value codes of an institutional claim.
    Value,
    /// Patient discharge status.
    DischargeStatus,
    /// Priority (type) of an admission or visit.
    AdmissionType,
    /// Point of origin (source) of an admission or visit.
    AdmissionSource,
    /// Claim adjustment reasons (CARC).
    AdjustmentReason,
    /// Remittance remarks (RARC).
    Remark,
    /// Claim status codes, list 508.
    ClaimStatus,
    /// Claim status categories, list 507.
    ClaimStatusCategory,
    /// Entities that a claim status may name.
    Entity,
    /// Provider taxonomy.
    Taxonomy,
    /// States, territories and provinces.
    State,
    /// Countries, two letters.
    Country,
    /// Medicare severity diagnosis related groups, three digits.
    MsDrg,
}

impl CodeSystem {
    /// Every system of this edition, in the order that pack files number them.
    pub const ALL: [Self; 25] = [
        Self::Icd10Cm,
        Self::Icd10Pcs,
        Self::Hcpcs,
        Self::Cpt,
        Self::Cdt,
        Self::Modifier,
        Self::PlaceOfService,
        Self::TypeOfBill,
        Self::Revenue,
        Self::Condition,
        Self::Occurrence,
        Self::OccurrenceSpan,
        Self::Value,
        Self::DischargeStatus,
        Self::AdmissionType,
        Self::AdmissionSource,
        Self::AdjustmentReason,
        Self::Remark,
        Self::ClaimStatus,
        Self::ClaimStatusCategory,
        Self::Entity,
        Self::Taxonomy,
        Self::State,
        Self::Country,
        Self::MsDrg,
    ];

    /// The system's name on the command line and in JavaScript, as serde writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Icd10Cm => "icd10cm",
            Self::Icd10Pcs => "icd10pcs",
            Self::Hcpcs => "hcpcs",
            Self::Cpt => "cpt",
            Self::Cdt => "cdt",
            Self::Modifier => "modifier",
            Self::PlaceOfService => "place-of-service",
            Self::TypeOfBill => "type-of-bill",
            Self::Revenue => "revenue",
            Self::Condition => "condition",
            Self::Occurrence => "occurrence",
            Self::OccurrenceSpan => "occurrence-span",
            Self::Value => "value",
            Self::DischargeStatus => "discharge-status",
            Self::AdmissionType => "admission-type",
            Self::AdmissionSource => "admission-source",
            Self::AdjustmentReason => "adjustment-reason",
            Self::Remark => "remark",
            Self::ClaimStatus => "claim-status",
            Self::ClaimStatusCategory => "claim-status-category",
            Self::Entity => "entity",
            Self::Taxonomy => "taxonomy",
            Self::State => "state",
            Self::Country => "country",
            Self::MsDrg => "ms-drg",
        }
    }

    /// The system of this [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.name() == name)
    }

    /// The list that a procedure code of a service line is of, told by its shape, which there decides:
    /// `99213`, `0001F`, `0042T`, `0001U`, `0001M`, `0001A` are CPT; `D0120` is CDT; `J1885` is HCPCS.
    ///
    /// ```
    /// use superbill_codes::CodeSystem;
    ///
    /// assert_eq!(CodeSystem::of_procedure("99213"), Some(CodeSystem::Cpt));
    /// assert_eq!(CodeSystem::of_procedure("J1885"), Some(CodeSystem::Hcpcs));
    /// assert_eq!(CodeSystem::of_procedure("D0120"), Some(CodeSystem::Cdt));
    /// assert_eq!(CodeSystem::of_procedure("J188"), None);
    /// ```
    #[must_use]
    pub fn of_procedure(code: &str) -> Option<Self> {
        [Self::Cpt, Self::Cdt, Self::Hcpcs].into_iter().find(|system| system.shapes(code))
    }

    /// Whether `code` is written as this system's codes are. Says nothing of whether it is listed.
    ///
    /// ```
    /// use superbill_codes::CodeSystem;
    ///
    /// assert!(CodeSystem::Icd10Cm.shapes("M54.50") && CodeSystem::Icd10Cm.shapes("M5450"));
    /// assert!(!CodeSystem::Icd10Cm.shapes("M5.450"));
    /// assert!(CodeSystem::Taxonomy.shapes("207Q00000X"));
    /// ```
    #[must_use]
    pub fn shapes(self, code: &str) -> bool {
        let code = code.as_bytes();
        match self {
            Self::Icd10Cm => is_diagnosis(code),
            Self::Icd10Pcs => {
                code.len() == 7 && code.iter().all(|&c| upper(c) && c != b'I' && c != b'O')
            }
            Self::Hcpcs => code.len() == 5 && is_level_two(code[0]) && digits(&code[1..]),
            Self::Cdt => code.len() == 5 && code[0] == b'D' && digits(&code[1..]),
            Self::Cpt => code.len() == 5 && digits(&code[..4]) && is_cpt_end(code[4]),
            Self::Modifier | Self::Occurrence | Self::OccurrenceSpan | Self::Value => {
                code.len() == 2 && code.iter().all(|&c| upper(c))
            }
            Self::PlaceOfService | Self::DischargeStatus => code.len() == 2 && digits(code),
            Self::TypeOfBill => {
                let code = if code.len() == 4 { code.strip_prefix(b"0") } else { Some(code) };
                code.is_some_and(|it| it.len() == 3 && digits(&it[..2]) && upper(it[2]))
            }
            Self::Revenue => code.len() == 4 && digits(code),
            Self::Condition => code.len() == 2 && code.iter().all(|&c| upper(c)),
            Self::AdmissionType | Self::AdmissionSource => code.len() == 1 && upper(code[0]),
            Self::Taxonomy => {
                code.len() == 10 && code[9] == b'X' && code[..9].iter().all(|&c| upper(c))
            }
            Self::State | Self::Country => {
                code.len() == 2 && code.iter().all(u8::is_ascii_uppercase)
            }
            Self::MsDrg => code.len() == 3 && digits(code),
            Self::AdjustmentReason
            | Self::Remark
            | Self::ClaimStatus
            | Self::ClaimStatusCategory
            | Self::Entity => (1..=5).contains(&code.len()) && code.iter().all(|&c| upper(c)),
        }
    }
}

/// A letter, a digit, a letter or digit; then up to four more, behind a dot or not.
fn is_diagnosis(code: &[u8]) -> bool {
    let [first, second, third, rest @ ..] = code else { return false };
    let tail = match rest {
        [b'.', tail @ ..] if !tail.is_empty() => tail,
        tail => tail,
    };
    first.is_ascii_uppercase()
        && second.is_ascii_digit()
        && upper(*third)
        && tail.len() <= 4
        && tail.iter().all(|&c| upper(c))
}

fn is_level_two(letter: u8) -> bool {
    (b'A'..=b'V').contains(&letter) && letter != b'D'
}

/// Category I ends in a digit; II in F, III in T, the laboratory's in U and M, vaccine administration in A.
fn is_cpt_end(last: u8) -> bool {
    last.is_ascii_digit() || b"FTUMA".contains(&last)
}

fn digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

/// A digit or a capital letter.
fn upper(c: u8) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_serdes_and_lead_back() {
        for system in CodeSystem::ALL {
            assert_eq!(
                serde_json::to_string(&system).expect("text"),
                format!("\"{}\"", system.name())
            );
            assert_eq!(CodeSystem::named(system.name()), Some(system));
        }
    }

    #[test]
    fn shapes_hold_on_any_length() {
        for system in CodeSystem::ALL {
            for code in ["", "A", "1", "AB", "é", "ééé", "D", "0", "00", "12345678901"] {
                let _ = system.shapes(code);
            }
        }
        assert!(CodeSystem::TypeOfBill.shapes("0131") && CodeSystem::TypeOfBill.shapes("11A"));
        assert!(!CodeSystem::TypeOfBill.shapes("1131"));
    }
}
