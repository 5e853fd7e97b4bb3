//! Parts: which parts of a claim does an edit read, and which has a user changed?
//!
//! Every field of the model belongs to one part. The lists below name each field once; leaving one out does
//! not compile.

use core::ops::{BitOr, BitOrAssign};

use superbill_model::{Claim, ClaimBatch, ServiceLine};

/// A set of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts(u64);

impl Parts {
    /// No part.
    pub const NONE: Self = Self(0);
    /// Every part.
    pub const ALL: Self = Self(u64::MAX);
    /// How many lines there are; what stands in them are the parts named `LINE_`.
    pub const LINES: Self = Self(1 << 31);
    /// What tells the days of service: the claim's dates and the lines'.
    pub const SERVICE_DAYS: Self = Self::DATES.and(Self::LINE_DATES);

    /// These and those.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a part.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Parts {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign for Parts {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// For one record: a constant for each part, what differs between two, and the copy of parts that differ.
macro_rules! parts {
    ($record:ident, $differing:ident, $copy:ident, apart from $($apart:ident)?:
        $($(#[$doc:meta])* $part:ident $bit:literal = $($field:ident)*;)*) => {
        impl Parts {
            $($(#[$doc])* pub const $part: Self = Self(1 << $bit);)*
        }

        /// The parts in which two records differ.
        pub(crate) fn $differing(old: &$record, new: &$record) -> Parts {
            // Names every field: a field in no part does not compile.
            let $record { $($($field: _,)*)* $($apart: _)? } = old;
            let mut parts = Parts::NONE;
            $(if $(old.$field != new.$field)||* { parts |= Parts::$part; })*
            parts
        }

        /// Copies parts of one record to another.
        pub(crate) fn $copy(old: &mut $record, new: &$record, parts: Parts) {
            $(if parts.meets(Parts::$part) { $(old.$field.clone_from(&new.$field);)* })*
        }
    };
}

parts! { Claim, differing, copy, apart from lines:
    /// Kind of claim. Every edit depends on it.
    KIND 0 = kind;
    /// Our number, total, place or type of bill, frequency, signatures, causes, programs.
    HEAD 1 = patient_control_number charge_amount facility_code facility_qualifier frequency
        signature_on_file assignment benefits_assigned release_of_information
        patient_signature_source related_causes special_program submission_reason delay_reason
        currency;
    /// Billing provider, pay-to address and plan.
    BILLING 2 = billing_provider pay_to_address pay_to_plan;
    /// The coverage the claim goes to: subscriber and payer.
    COVERAGE 3 = coverage;
    /// The patient, where not the subscriber.
    PATIENT 4 = patient;
    /// Other coverages and what their payers did.
    OTHER_COVERAGES 5 = other_coverages;
    /// The claim's providers.
    PROVIDERS 6 = providers;
    /// The claim's dates.
    DATES 7 = dates;
    /// Admission type, source, patient status.
    ADMISSION 8 = admission;
    /// Orthodontics and tooth status.
    DENTAL 9 = orthodontics tooth_status;
    /// Attachments of the claim.
    ATTACHMENTS 10 = attachments;
    /// Amounts, contract and pricing of the claim.
    AMOUNTS 11 = amounts contract pricing;
    /// Reference numbers of the claim.
    REFERENCES 12 = references;
    /// Notes and fixed-format text.
    NOTES 13 = notes file_information;
    /// Ambulance, spinal manipulation and certifications of the claim.
    CERTIFICATIONS 14 = ambulance spinal_manipulation certifications;
    /// Diagnoses and the diagnosis-related group.
    DIAGNOSES 15 = diagnoses diagnosis_related_group;
    /// Procedures of the whole claim.
    PROCEDURES 16 = procedures;
    /// Occurrences, spans, values, conditions, treatments.
    BILL_CODES 17 = occurrence_spans occurrences values conditions treatments;
    /// Elements and segments without a field.
    OTHER 18 = other_elements other_segments;
}

parts! { ServiceLine, line_differing, copy_line, apart from:
    /// Revenue code, procedure, units, place, pointers, emergency and the like, teeth.
    LINE_SERVICE 32 = revenue_code procedure unit units place_of_service diagnosis_pointers
        emergency early_screening family_planning copay_exempt oral_cavity prosthesis teeth;
    /// Charge and other amounts of the line.
    LINE_CHARGE 33 = charge_amount non_covered_amount amounts;
    /// Dates of the line.
    LINE_DATES 34 = dates;
    /// Providers of the line.
    LINE_PROVIDERS 35 = providers;
    /// Drug.
    LINE_DRUG 36 = drug;
    /// What other payers did.
    LINE_ADJUDICATIONS 37 = adjudications;
    /// Control number and reference numbers.
    LINE_REFERENCES 38 = control_number references;
    /// Attachments, notes, fixed-format text, forms.
    LINE_DOCUMENTS 39 = attachments notes file_information forms;
    /// Equipment, ambulance, certifications, quantities, measurements, contract, pricing, purchase.
    LINE_DETAILS 40 = equipment ambulance equipment_certification certifications quantities
        measurements contract purchased_service pricing;
    /// Elements and segments without a field.
    LINE_OTHER 41 = other_elements other_segments;
}

parts! { ClaimBatch, batch_differing, copy_batch, apart from claims:
    /// Who sends what to whom, when and why.
    BATCH 63 = control_number guide purpose reference date time usage submitter receiver
        other_segments;
}
