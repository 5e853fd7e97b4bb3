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
//! decided. The same bytes are read back when a host gives a kept journal; every form tells its own
//! end, so entries stand one behind the other.

use superbill_types::{Date, Money, Phi, Quantity, Text};

use crate::event::{
    AccountNote, ChargeLine, ClaimCharged, ClaimPosted, Event, PatientIdentity, PatientPaid, Payee,
    Payer, PaymentReceived, PostedAdjustment, PostedProviderAdjustment, PostedService, Undone,
};
use crate::{Entry, Hash, Treatment};

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

/// Adds an entry as it is kept: the bytes hashed, then the hash.
pub(crate) fn keep(to: &mut Vec<u8>, kept: &Entry, scratch: &mut Vec<u8>) {
    let names = [kept.id.as_str(), &kept.at, &kept.actor];
    entry(scratch, kept.sequence, &kept.previous, names, &kept.event);
    to.extend_from_slice(scratch);
    to.extend_from_slice(kept.hash.bytes());
}

/// Takes the next kept entry off the front; none if the bytes are no entry.
pub(crate) fn take(from: &mut &[u8]) -> Option<Entry> {
    if bytes(from, DOMAIN.len())? != DOMAIN {
        return None;
    }
    Some(Entry {
        sequence: u32::from_be_bytes(array(from)?),
        previous: Hash::from_bytes(array(from)?),
        id: Text::read(from)?,
        at: Text::read(from)?,
        actor: Text::read(from)?,
        event: Event::read(from)?,
        hash: Hash::from_bytes(array(from)?),
    })
}

/// Something with one byte form.
trait Canonical: Sized {
    fn write(&self, to: &mut Vec<u8>);

    /// Takes a value off the front of the bytes; none if it does not stand there.
    fn read(from: &mut &[u8]) -> Option<Self>;
}

fn bytes<'a>(from: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(count)?;
    *from = rest;
    Some(taken)
}

fn array<const N: usize>(from: &mut &[u8]) -> Option<[u8; N]> {
    bytes(from, N)?.try_into().ok()
}

fn count(from: &mut &[u8]) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(array(from)?)).ok()
}

fn text(value: &str, to: &mut Vec<u8>) {
    length(value.len(), to);
    to.extend_from_slice(value.as_bytes());
}

fn length(count: usize, to: &mut Vec<u8>) {
    to.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
}

impl Canonical for Text {
    fn write(&self, to: &mut Vec<u8>) {
        text(self, to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        let length = count(from)?;
        Text::from_utf8(bytes(from, length)?)
    }
}

impl Canonical for Phi<Text> {
    fn write(&self, to: &mut Vec<u8>) {
        text(self.reveal(), to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Text::read(from).map(Phi::new)
    }
}

impl Canonical for bool {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        match u8::read(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Canonical for u8 {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        array::<1>(from).map(|[byte]| byte)
    }
}

impl Canonical for Money {
    fn write(&self, to: &mut Vec<u8>) {
        let value = self.decimal().normalize();
        to.extend_from_slice(&value.mantissa().to_be_bytes());
        to.push(u8::try_from(value.scale()).unwrap_or(u8::MAX));
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        let digits = i128::from_be_bytes(array(from)?);
        Self::from_digits(digits, u8::read(from)?.into())
    }
}

impl Canonical for Quantity {
    fn write(&self, to: &mut Vec<u8>) {
        Money::from_decimal(self.decimal()).write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Money::read(from).map(|value| Self::from_decimal(value.decimal()))
    }
}

impl Canonical for Date {
    fn write(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(self.ccyymmdd().as_bytes());
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Self::from_ccyymmdd(core::str::from_utf8(bytes(from, 8)?).ok()?)
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

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::read(from)? {
            1 => Self::Patient,
            2 => Self::Contractual,
            3 => Self::Other,
            4 => Self::Denied,
            5 => Self::Bundled,
            6 => Self::Excess,
            7 => Self::PriorPayer,
            8 => Self::Undecided,
            _ => return None,
        })
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn write(&self, to: &mut Vec<u8>) {
        length(self.len(), to);
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        // Every item takes a byte at least, so no count makes more of them than there are bytes.
        (0..count(from)?).map(|_| T::read(from)).collect()
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

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::read(from)? {
            1 => Self::ClaimCharged(Canonical::read(from)?),
            2 => Self::PaymentReceived(Canonical::read(from)?),
            3 => Self::ClaimPosted(Box::new(Canonical::read(from)?)),
            4 => Self::PatientPaid(Canonical::read(from)?),
            5 => Self::Undone(Canonical::read(from)?),
            6 => Self::Note(Canonical::read(from)?),
            _ => return None,
        })
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

            fn read(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Canonical::read(from)?),+ })
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
    AccountNote { patient_control_number, text }
}
