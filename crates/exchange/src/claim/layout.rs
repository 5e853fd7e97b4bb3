//! Layouts: which field of the model stands in which element, for reading and writing alike?
//!
//! An entry is a field; `("AC" if field)` a code that stands where the field has a value; `("2U" :
//! field)` a composite that begins with a code; `(list @ 0)` the first of a list that runs over elements;
//! `(via name)` two functions of a module.

use superbill_model::{
    Admission, Ambulance, Attachment, Certification, Claim, ClaimReference, Contract, Coverage,
    Demographics, Drug, Equipment, EquipmentCertification, FormAnswer, LineAdjudication,
    Measurement, Note, Orthodontics, OtherCoverage, OtherElement, Pricing, PurchasedService,
    QualifiedAmount, QualifiedQuantity, ServiceLine, SpinalManipulation, Tooth, ToothStatus,
};
use superbill_types::Text;
use superbill_x12::{Delimiters, Segment, Writer};

use super::element::{Element, other_element};

/// How a record and a segment go together.
pub(super) struct Layout<R: 'static> {
    /// Segment id.
    pub(super) id: &'static str,
    /// Number of its last known element.
    pub(super) last: usize,
    read: fn(&mut R, usize, &[u8], Delimiters) -> bool,
    /// Adds the element of this number.
    pub(super) write: fn(&R, usize, &mut Writer),
    /// Adds all elements in a row.
    pub(super) write_all: fn(&R, &mut Writer),
    /// Name of the field that stands there; empty where none does.
    pub(super) field: fn(usize) -> &'static str,
}

impl<R: Default> Layout<R> {
    /// The record of a segment; none unless every element has a field it fits.
    pub(super) fn read(&self, segment: &Segment<'_>) -> Option<R> {
        let mut record = R::default();
        self.fits(&mut record, segment).then_some(record)
    }
}

impl<R> Layout<R> {
    /// Whether every element had a field it fits; fills the record as far as it goes.
    pub(super) fn fits(&self, record: &mut R, segment: &Segment<'_>) -> bool {
        (1..=segment.len()).all(|number| {
            let bytes = segment.element(number);
            bytes.is_empty() || (self.read)(record, number, bytes, segment.delimiters())
        })
    }

    /// Fills the record from elements `from` on; what has no field goes to `rest`.
    pub(super) fn fill(
        &self,
        record: &mut R,
        segment: &Segment<'_>,
        from: usize,
        rest: &mut Vec<OtherElement>,
    ) {
        for number in from..=segment.len() {
            let bytes = segment.element(number);
            if !bytes.is_empty() && !(self.read)(record, number, bytes, segment.delimiters()) {
                rest.push(other_element(segment, number));
            }
        }
    }
}

macro_rules! read_entry {
    ($record:ident, $bytes:ident, $separators:ident, (via $module:ident)) => {
        $module::read($record, $bytes, $separators)
    };
    ($record:ident, $bytes:ident, $separators:ident, $field:ident) => {
        Element::read($bytes, $separators).map(|value| $record.$field = value).is_some()
    };
    ($record:ident, $bytes:ident, $separators:ident, ($code:literal if $field:ident)) => {
        $bytes == $code.as_bytes()
    };
    ($record:ident, $bytes:ident, $separators:ident, ($code:literal : $field:ident)) => {{
        let mut parts = $bytes.splitn(2, |&byte| byte == $separators.component);
        parts.next() == Some($code.as_bytes())
            && Element::read(parts.next().unwrap_or(&[]), $separators)
                .map(|value| $record.$field = value)
                .is_some()
    }};
    ($record:ident, $bytes:ident, $separators:ident, ($list:ident @ $index:literal)) => {
        Element::read($bytes, $separators)
            .map(|value| {
                $record.$list.resize($index, Text::default());
                $record.$list.push(value);
            })
            .is_some()
    };
}

macro_rules! write_entry {
    ($record:ident, $out:ident, (via $module:ident)) => {
        $module::write($record, $out)
    };
    ($record:ident, $out:ident, $field:ident) => {
        $record.$field.write($out)
    };
    ($record:ident, $out:ident, ($code:literal if $field:ident)) => {{
        $out.element(if $record.$field.is_absent() { "" } else { $code });
    }};
    ($record:ident, $out:ident, ($code:literal : $field:ident)) => {{
        match $record.$field.as_deref() {
            Some(value) => $out.composite([$code, value]),
            None => $out.element(""),
        };
    }};
    ($record:ident, $out:ident, ($list:ident @ $index:literal)) => {{
        $out.element($record.$list.get($index).map_or("", Text::as_str));
    }};
}

macro_rules! field_name {
    ((via $module:ident)) => {
        concat!(stringify!($module), "_code")
    };
    ($field:ident) => {
        stringify!($field)
    };
    (($code:literal if $field:ident)) => {
        stringify!($field)
    };
    (($code:literal : $field:ident)) => {
        stringify!($field)
    };
    (($list:ident @ $index:literal)) => {
        stringify!($list)
    };
}

macro_rules! layouts {
    ($($name:ident $id:literal of $record:ty { $($number:literal => $entry:tt,)+ })+) => {
        $(pub(super) static $name: Layout<$record> = Layout {
            id: $id,
            last: last(&[$($number),+]),
            read: |record, number, bytes, separators| match number {
                $($number => read_entry!(record, bytes, separators, $entry),)+
                _ => false,
            },
            write: |record, number, out| match number {
                $($number => write_entry!(record, out, $entry),)+
                _ => {
                    out.element("");
                }
            },
            write_all: |record, out| {
                let mut next = 1;
                $(
                    while next < $number {
                        out.element("");
                        next += 1;
                    }
                    write_entry!(record, out, $entry);
                    next += 1;
                )+
                let _ = next;
            },
            field: |number| match number {
                $($number => field_name!($entry),)+
                _ => "",
            },
        };)+
    };
}

/// Facility code, its list and the frequency (C023); the list is told where it is not that of the kind.
mod facility {
    use super::{Claim, Delimiters, Element, Text, Writer};
    use crate::claim::kind;

    pub(super) fn read(claim: &mut Claim, bytes: &[u8], separators: Delimiters) -> bool {
        let mut parts = bytes.split(|&byte| byte == separators.component);
        let mut next = || Option::<Text>::read(parts.next().unwrap_or(&[]), separators);
        let (Some(code), Some(list), Some(frequency)) = (next(), next(), next()) else {
            return false;
        };
        if parts.next().is_some() {
            return false;
        }
        (claim.facility_code, claim.frequency) = (code, frequency);
        let told = list.is_some();
        claim.facility_qualifier = list.filter(|list| list != kind::facility_list(claim.kind));
        // Where the list is missing, the usual one would be written.
        told
    }

    pub(super) fn write(claim: &Claim, out: &mut Writer) {
        let code = claim.facility_code.as_deref().unwrap_or("");
        let list = claim.facility_qualifier.as_deref();
        let list = list.unwrap_or(kind::facility_list(claim.kind));
        let frequency = claim.frequency.as_deref().unwrap_or("");
        let any = !code.is_empty() || !frequency.is_empty();
        out.composite(if any { [code, list, frequency] } else { ["", "", ""] });
    }
}

const fn last(numbers: &[usize]) -> usize {
    numbers[numbers.len() - 1]
}

layouts! {
    CLM "CLM" of Claim {
        1 => patient_control_number, 2 => charge_amount,
        5 => (via facility),
        6 => signature_on_file, 7 => assignment, 8 => benefits_assigned, 9 => release_of_information,
        10 => patient_signature_source, 11 => related_causes, 12 => special_program,
        19 => submission_reason, 20 => delay_reason,
    }
    SBR "SBR" of Coverage {
        1 => sequence, 2 => relationship, 3 => group_number, 4 => group_name, 5 => insurance_type,
        9 => filing_indicator,
    }
    DMG "DMG" of Demographics { 1 => ("D8" if birth_date), 2 => birth_date, 3 => sex, }
    PAT "PAT" of Demographics {
        5 => ("D8" if death_date), 6 => death_date, 7 => ("01" if weight), 8 => weight, 9 => pregnant,
    }
    REF "REF" of ClaimReference { 1 => qualifier, 2 => value, 4 => ("2U" : payer), }
    PWK "PWK" of Attachment {
        1 => kind, 2 => transmission, 5 => ("AC" if control_number), 6 => control_number, 7 => description,
    }
    CN1 "CN1" of Contract {
        1 => kind, 2 => amount, 3 => percentage, 4 => code, 5 => discount_percentage, 6 => version,
    }
    AMT "AMT" of QualifiedAmount { 1 => qualifier, 2 => amount, }
    QTY "QTY" of QualifiedQuantity { 1 => qualifier, 2 => quantity, }
    NTE "NTE" of Note { 1 => kind, 2 => text, }
    CL1 "CL1" of Admission { 1 => priority, 2 => source, 3 => patient_status, }
    DN1 "DN1" of Orthodontics { 1 => treatment_months, 2 => remaining_months, 4 => treatment, }
    DN2 "DN2" of ToothStatus { 1 => tooth, 2 => status, 6 => ("JP" if tooth), }
    CR1 "CR1" of Ambulance {
        1 => ("LB" if weight), 2 => weight, 4 => reason, 5 => ("DH" if distance), 6 => distance,
        9 => round_trip_purpose, 10 => stretcher_purpose,
    }
    CR2 "CR2" of SpinalManipulation { 8 => condition, 10 => description, 11 => more_description, }
    CR3 "CR3" of EquipmentCertification { 1 => kind, 2 => ("MO" if months), 3 => months, }
    CRC "CRC" of Certification {
        1 => category, 2 => applies, 3 => (conditions @ 0), 4 => (conditions @ 1), 5 => (conditions @ 2),
        6 => (conditions @ 3), 7 => (conditions @ 4),
    }
    HCP "HCP" of Pricing {
        1 => methodology, 2 => allowed_amount, 3 => saving_amount, 4 => organization, 5 => rate,
        6 => group_code, 7 => group_amount, 8 => revenue_code, 9 => procedure_qualifier, 10 => procedure,
        11 => unit, 12 => units, 13 => rejection, 14 => compliance, 15 => exception,
    }
    OI "OI" of OtherCoverage {
        3 => benefits_assigned, 4 => patient_signature_source, 6 => release_of_information,
    }
    SV1 "SV1" of ServiceLine {
        1 => procedure, 2 => charge_amount, 3 => unit, 4 => units, 5 => place_of_service,
        7 => diagnosis_pointers, 9 => emergency, 11 => early_screening, 12 => family_planning,
        15 => copay_exempt,
    }
    SV2 "SV2" of ServiceLine {
        1 => revenue_code, 2 => procedure, 3 => charge_amount, 4 => unit, 5 => units,
        7 => non_covered_amount,
    }
    SV3 "SV3" of ServiceLine {
        1 => procedure, 2 => charge_amount, 3 => place_of_service, 4 => oral_cavity, 5 => prosthesis,
        6 => units, 11 => diagnosis_pointers,
    }
    TOO "TOO" of Tooth { 1 => ("JP" if tooth), 2 => tooth, 3 => surfaces, }
    SV5 "SV5" of Equipment {
        1 => procedure, 2 => ("DA" if days), 3 => days, 4 => rental_price, 5 => purchase_price,
        6 => frequency,
    }
    MEA "MEA" of Measurement { 1 => kind, 2 => measure, 3 => value, }
    PS1 "PS1" of PurchasedService { 1 => provider, 2 => amount, }
    LIN "LIN" of Drug { 2 => qualifier, 3 => code, }
    CTP "CTP" of Drug { 3 => unit_price, 4 => quantity, 5 => unit, }
    SVD "SVD" of LineAdjudication {
        1 => payer, 2 => paid_amount, 3 => procedure, 4 => revenue_code, 5 => paid_units,
        6 => bundled_line,
    }
    FRM "FRM" of FormAnswer { 1 => question, 2 => yes_or_no, 3 => text, 4 => date, 5 => percentage, }
}
