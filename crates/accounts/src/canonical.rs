//! Canonical bytes: which bytes stand for an entry when it is hashed?
//!
//! The hash of an entry is SHA-256 over these bytes, and nothing else:
//!
//! ```text
//! entry    = "superbill.journal.1" sequence previous id at actor event
//! sequence = 4 bytes, big end first        previous = 32 bytes: the hash before, or zeros
//! text     = length (4 bytes, big end first), then UTF-8
//! list     = count (4 bytes), then the items          absent = 00     present = 01, then the value
//! flag     = 00 or 01                                 small number = 1 byte
//! amount   = digits as a signed 16-byte number, no trailing zero decimals; decimals (1 byte)
//! day      = 8 digits, year first
//! event    = its kind (1 byte), then its fields in the order they are declared in `event.rs`
//! ```
//!
//! Every field is named below without `..`: a new field does not compile until its place is
//! decided.

use superbill_types::{Date, Money, Phi, Quantity};

use crate::event::{
    ChargeLine, ClaimCharged, ClaimPosted, Event, Note, PatientIdentity, PatientPaid, Payee, Payer,
    PaymentReceived, PostedAdjustment, PostedProviderAdjustment, PostedService, Undone,
};
use crate::{Hash, Treatment};

/// First bytes of every entry: which encoding this is.
const DOMAIN: &[u8] = b"superbill.journal.1";

/// The bytes hashed for an entry.
pub(crate) fn entry(
    to: &mut Vec<u8>,
    sequence: u32,
    previous: &Hash,
    [id, at, actor]: [&str; 3],
    event: &Event,
) {
    to.clear();
    to.extend_from_slice(DOMAIN);
    to.extend_from_slice(&sequence.to_be_bytes());
    to.extend_from_slice(previous.bytes());
    for field in [id, at, actor] {
        text(field, to);
    }
    event.write(to);
}

/// Something with one byte form.
trait Canonical {
    fn write(&self, to: &mut Vec<u8>);
}

fn text(value: &str, to: &mut Vec<u8>) {
    length(value.len(), to);
    to.extend_from_slice(value.as_bytes());
}

fn length(count: usize, to: &mut Vec<u8>) {
    to.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
}

impl Canonical for String {
    fn write(&self, to: &mut Vec<u8>) {
        text(self, to);
    }
}

impl Canonical for Phi<String> {
    fn write(&self, to: &mut Vec<u8>) {
        text(self.reveal(), to);
    }
}

impl Canonical for bool {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }
}

impl Canonical for u8 {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }
}

impl Canonical for Money {
    fn write(&self, to: &mut Vec<u8>) {
        let value = self.decimal().normalize();
        to.extend_from_slice(&value.mantissa().to_be_bytes());
        to.push(u8::try_from(value.scale()).unwrap_or(u8::MAX));
    }
}

impl Canonical for Quantity {
    fn write(&self, to: &mut Vec<u8>) {
        Money::from_decimal(self.decimal()).write(to);
    }
}

impl Canonical for Date {
    fn write(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(self.ccyymmdd().as_bytes());
    }
}

impl Canonical for Treatment {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(match self {
            Self::Patient => 1,
            Self::Contractual => 2,
            Self::Other => 3,
            Self::Denied => 4,
            Self::Bundled => 5,
            Self::Excess => 6,
            Self::PriorPayer => 7,
            Self::Undecided => 8,
        });
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn write(&self, to: &mut Vec<u8>) {
        length(self.len(), to);
        for value in self {
            value.write(to);
        }
    }
}

impl Canonical for Event {
    fn write(&self, to: &mut Vec<u8>) {
        match self {
            Self::ClaimCharged(event) => tagged(1, event, to),
            Self::PaymentReceived(event) => tagged(2, event, to),
            Self::ClaimPosted(event) => tagged(3, event.as_ref(), to),
            Self::PatientPaid(event) => tagged(4, event, to),
            Self::Undone(event) => tagged(5, event, to),
            Self::Note(event) => tagged(6, event, to),
        }
    }
}

fn tagged(tag: u8, value: &impl Canonical, to: &mut Vec<u8>) {
    to.push(tag);
    value.write(to);
}

macro_rules! in_order {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Canonical for $name {
            fn write(&self, to: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($field.write(to);)+
            }
        }
    )+};
}

in_order! {
    PatientIdentity { last_name, first_name, member_id }
    ClaimCharged { patient_control_number, patient, charge, frequency, service_date, lines }
    ChargeLine { procedure, modifiers, date, units, charge }
    Payer { id, name }
    Payee { name, address }
    PaymentReceived {
        payer, payee, trace_number, amount, date, method, accepted_unbalanced, provider_adjustments,
    }
    PostedProviderAdjustment { reason, reference, amount }
    ClaimPosted {
        patient_control_number, patient, payer, trace_number, payment_amount, payment_date,
        payer_claim_number, status, order, forwarded, split, accepted_unbalanced, reverses,
        service_date, charge, paid, adjustments, services,
    }
    PostedAdjustment { group, reason, amount, treatment }
    PostedService { procedure, modifiers, date, charge, paid, adjustments }
    PatientPaid { patient_control_number, amount, date, method, reference }
    Undone { patient_control_number, entry, reason }
    Note { patient_control_number, text }
}
