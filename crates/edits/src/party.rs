//! Parties of a claim: who plays which part, and where does he stand in the claim?

use core::fmt;

use superbill_model::{Claim, ClaimBatch, ClaimParty, ClaimProviders, NamedParty};

use crate::Parts;

/// A party with the part it plays and its place.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// Part played.
    pub role: Role,
    /// The party.
    pub party: &'a ClaimParty,
    /// Line it belongs to; none means the claim or the batch.
    pub line: Option<u32>,
    /// Place in the list it stands in: other coverages, or providers without a field.
    pub index: u32,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $path:literal,)*) => {
        /// Part played.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Role { $($(#[$doc])* $role,)* }

        impl Role {
            /// Where it stands, `#` being its place in a list.
            const fn path(self) -> &'static str {
                match self { $(Self::$role => $path,)* }
            }
        }
    };
}

roles! {
    /// Who sends.
    Submitter "submitter",
    /// Who gets it.
    Receiver "receiver",
    /// Who bills.
    Billing "billingProvider",
    /// Where to pay.
    PayToAddress "payToAddress",
    /// The plan that subrogates.
    PayToPlan "payToPlan",
    /// The insured.
    Subscriber "coverage.subscriber",
    /// The payer the claim goes to.
    Payer "coverage.payer",
    /// The patient, where not the subscriber.
    Patient "patient.party",
    /// The insured of another coverage.
    OtherSubscriber "otherCoverages[#].coverage.subscriber",
    /// Another payer.
    OtherPayer "otherCoverages[#].coverage.payer",
    /// Who referred.
    Referring "providers.referring",
    /// Primary care provider.
    PrimaryCare "providers.primaryCare",
    /// Who treated.
    Rendering "providers.rendering",
    /// Where it was done.
    ServiceFacility "providers.serviceFacility",
    /// Who supervised.
    Supervising "providers.supervising",
    /// Who ordered.
    Ordering "providers.ordering",
    /// From whom the service was bought.
    PurchasedService "providers.purchasedService",
    /// Attending physician.
    Attending "providers.attending",
    /// Who operated.
    Operating "providers.operating",
    /// Who else operated.
    OtherOperating "providers.otherOperating",
    /// Who assisted.
    AssistantSurgeon "providers.assistantSurgeon",
    /// Where the ambulance took the patient up.
    PickUp "providers.pickUp",
    /// Where the ambulance set the patient down.
    DropOff "providers.dropOff",
    /// A party without a field of its own.
    OtherProvider "providers.others[#].party",
}

impl Role {
    /// Whether it is someone, or a place, that gives or bills care; not where an ambulance stopped.
    #[must_use]
    pub fn is_provider(self) -> bool {
        self == Self::Billing
            || (Self::Referring..=Self::AssistantSurgeon).contains(&self)
            || self == Self::OtherProvider
    }

    /// Whether it is the patient or an insured person.
    #[must_use]
    pub fn is_insured(self) -> bool {
        matches!(self, Self::Subscriber | Self::Patient | Self::OtherSubscriber)
    }

    /// The part of the claim it stands in.
    #[must_use]
    pub fn part(self) -> Parts {
        match self {
            Self::Submitter | Self::Receiver => Parts::BATCH,
            Self::Billing | Self::PayToAddress | Self::PayToPlan => Parts::BILLING,
            Self::Subscriber | Self::Payer => Parts::COVERAGE,
            Self::Patient => Parts::PATIENT,
            Self::OtherSubscriber | Self::OtherPayer => Parts::OTHER_COVERAGES,
            _ => Parts::PROVIDERS,
        }
    }
}

impl Party<'_> {
    /// The part of the claim or line it stands in.
    pub(crate) fn part(&self) -> Parts {
        if self.line.is_some() { Parts::LINE_PROVIDERS } else { self.role.part() }
    }

    /// Order among the parties of a claim.
    pub(crate) fn rank(&self) -> u64 {
        let line = self.line.map_or(0, |line| u64::from(line) + 1);
        line << 32 | (self.role as u64) << 24 | u64::from(self.index & 0xff_ffff)
    }
}

impl fmt::Display for Party<'_> {
    /// The path, such as `lines[2].providers.rendering`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "lines[{line}].")?;
        }
        match self.role.path().split_once('#') {
            Some((before, after)) => write!(f, "{before}{}{after}", self.index),
            None => f.write_str(self.role.path()),
        }
    }
}

/// Calls `each` with both parties of a batch's header.
pub(crate) fn of_batch<'a>(batch: &'a ClaimBatch, mut each: impl FnMut(Party<'a>)) {
    let mut give = |role, party| each(Party { role, party, line: None, index: 0 });
    give(Role::Submitter, &batch.submitter);
    give(Role::Receiver, &batch.receiver);
}

/// Calls `each` with every party of a claim and its lines, in order of rank.
pub fn of_claim<'a>(claim: &'a Claim, mut each: impl FnMut(Party<'a>)) {
    let mut give = |role, party, index| each(Party { role, party, line: None, index });
    give(Role::Billing, &claim.billing_provider, 0);
    if let Some(party) = &claim.pay_to_address {
        give(Role::PayToAddress, party, 0);
    }
    if let Some(party) = &claim.pay_to_plan {
        give(Role::PayToPlan, party, 0);
    }
    give(Role::Subscriber, &claim.coverage.subscriber.0, 0);
    give(Role::Payer, &claim.coverage.payer, 0);
    if let Some(patient) = &claim.patient {
        give(Role::Patient, &patient.party, 0);
    }
    for (index, other) in (0..).zip(&claim.other_coverages) {
        give(Role::OtherSubscriber, &other.coverage.subscriber.0, index);
    }
    for (index, other) in (0..).zip(&claim.other_coverages) {
        give(Role::OtherPayer, &other.coverage.payer, index);
    }
    of_providers(&claim.providers, None, &mut each);
    for (index, line) in (0..).zip(&claim.lines) {
        of_providers(&line.providers, Some(index), &mut each);
    }
}

/// Calls `each` with every provider of a claim or a line.
fn of_providers<'a>(
    providers: &'a ClaimProviders,
    line: Option<u32>,
    each: &mut impl FnMut(Party<'a>),
) {
    let fields = [
        (Role::Referring, &providers.referring),
        (Role::PrimaryCare, &providers.primary_care),
        (Role::Rendering, &providers.rendering),
        (Role::ServiceFacility, &providers.service_facility),
        (Role::Supervising, &providers.supervising),
        (Role::Ordering, &providers.ordering),
        (Role::PurchasedService, &providers.purchased_service),
        (Role::Attending, &providers.attending),
        (Role::Operating, &providers.operating),
        (Role::OtherOperating, &providers.other_operating),
        (Role::AssistantSurgeon, &providers.assistant_surgeon),
        (Role::PickUp, &providers.pick_up),
        (Role::DropOff, &providers.drop_off),
    ];
    for (role, field) in fields {
        if let Some(party) = field {
            each(Party { role, party, line, index: 0 });
        }
    }
    for (index, NamedParty { party, .. }) in (0..).zip(&providers.others) {
        each(Party { role: Role::OtherProvider, party, line, index });
    }
}
