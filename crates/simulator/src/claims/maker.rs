//! Maker: what do claims of all kinds have in common?

use superbill_guides::generate::Random;
use superbill_model::{
    Claim, ClaimDate, ClaimKind, ClaimParty, ClaimReference, Coverage, Identifier, OtherCoverage,
    Patient, ServiceLine, Subscriber,
};
use superbill_types::{Date, DateValue, Money, Quantity, Text};

use super::who::{
    PAYERS, address, demographics, desk, digits, identifier, npi, organisation, person, phi, pick,
};

/// Draws from one seed.
#[derive(Debug)]
pub(super) struct Maker {
    pub(super) random: Random,
    seed: u64,
    claims: u32,
}

impl Maker {
    pub(super) fn new(seed: u64) -> Self {
        Self { random: Random::new(seed ^ 0x5bd1_e995), seed, claims: 0 }
    }

    pub(super) fn submitter(&mut self) -> ClaimParty {
        ClaimParty {
            identifier: identifier("46", "CLINICBETA"),
            contacts: vec![desk(&mut self.random)],
            ..organisation("BETA BILLING BUREAU")
        }
    }

    pub(super) fn receiver(&mut self) -> ClaimParty {
        ClaimParty { identifier: identifier("46", "PAYERALPHA"), ..organisation("CLEARING HOUSE") }
    }

    pub(super) fn billing_provider(&mut self, kind: ClaimKind) -> ClaimParty {
        let random = &mut self.random;
        let alone = kind != ClaimKind::Institutional && random.chance(20);
        let mut provider = if alone { person(random) } else { organisation("OAK STREET GROUP") };
        provider.identifier = identifier("XX", npi(random));
        let tax = [pick(random, &["13", "22", "36", "52", "84"]), &digits(random, 7)].concat();
        provider.tax_id = Some(Identifier { qualifier: "EI".into(), value: phi(tax) });
        provider.address = Some(address(random, true));
        let specialty = match kind {
            ClaimKind::Professional => "207Q00000X",
            ClaimKind::Institutional => "282N00000X",
            ClaimKind::Dental => "1223G0001X",
        };
        provider.taxonomy = random.chance(60).then(|| specialty.to_owned()).map(Into::into);
        provider
    }

    /// A claim with its number, people and coverages; codes and lines are the kind's.
    pub(super) fn claim(&mut self, kind: ClaimKind) -> Claim {
        self.claims += 1;
        let letter = match kind {
            ClaimKind::Professional => 'P',
            ClaimKind::Institutional => 'H',
            ClaimKind::Dental => 'D',
        };
        let mut number = format!("{letter}{:06}-{}", self.seed, self.claims);
        if self.random.chance(15) {
            number.make_ascii_lowercase();
        }
        let mut claim = Claim {
            kind,
            patient_control_number: phi(number),
            frequency: Some("1".into()),
            assignment: Some("A".into()),
            benefits_assigned: Some("Y".into()),
            release_of_information: Some("Y".into()),
            ..Claim::default()
        };
        if kind != ClaimKind::Institutional {
            claim.signature_on_file = Some("Y".into());
        }
        self.people(&mut claim);
        self.references(&mut claim);
        claim
    }

    fn people(&mut self, claim: &mut Claim) {
        let first = self.random.between(0, PAYERS.len() - 1);
        let mut covered = self.coverage(claim.kind, "P", first);
        let dependent = !is_medicare(&covered) && self.random.chance(25);
        let subscriber = &mut covered.subscriber.0;
        if dependent {
            let mut party = person(&mut self.random);
            party.name.last_name.clone_from(&subscriber.name.last_name);
            party.demographics = Some(demographics(&mut self.random, (2008, 2024)));
            party.address = Some(address(&mut self.random, false));
            claim.patient = Some(Box::new(Patient { relationship: "19".into(), party }));
        } else {
            covered.relationship = Some("18".into());
            subscriber.demographics = Some(demographics(&mut self.random, (1935, 2006)));
            subscriber.address = Some(address(&mut self.random, false));
        }
        let more = pick(&mut self.random, &[0, 0, 1, 1, 1, 2]);
        for (step, sequence) in ["S", "T"].into_iter().take(more).enumerate() {
            let mut coverage = self.coverage(claim.kind, sequence, first + step + 1);
            let own = is_medicare(&coverage) || self.random.chance(50);
            coverage.relationship = Some(if own { "18" } else { "19" }.into());
            if own {
                coverage.subscriber.0.name = claim.patient.as_ref().map_or_else(
                    || covered.subscriber.0.name.clone(),
                    |patient| patient.party.name.clone(),
                );
            }
            claim.other_coverages.push(OtherCoverage {
                coverage,
                benefits_assigned: Some("Y".into()),
                release_of_information: Some("Y".into()),
                ..OtherCoverage::default()
            });
        }
        claim.coverage = covered;
    }

    /// A coverage by one of the payers, with its subscriber's name and member number.
    fn coverage(&mut self, kind: ClaimKind, sequence: &str, payer: usize) -> Coverage {
        let random = &mut self.random;
        let [name, id] = PAYERS[payer % PAYERS.len()];
        let filing = match (name, kind) {
            ("COUNTY ASSISTANCE PROGRAM", _) => "MC",
            ("DELTA RIVER LIFE", ClaimKind::Institutional) => "MA",
            ("DELTA RIVER LIFE", ClaimKind::Professional) => "MB",
            _ => pick(random, &["CI", "BL", "HM", "12"]),
        };
        let medicare = matches!(filing, "MA" | "MB");
        let member = if medicare {
            medicare_number(random)
        } else {
            format!("W{}", digits(random, 9)).into()
        };
        // Why Medicare is not primary; a facility tells it otherwise.
        let reason = (filing == "MB" && sequence != "P").then(|| "12".to_owned());
        let subscriber = ClaimParty { identifier: identifier("MI", member), ..person(random) };
        Coverage {
            sequence: sequence.into(),
            group_number: random.chance(50).then(|| phi(format!("GRP{}", digits(random, 4)))),
            insurance_type: reason.map(Into::into),
            filing_indicator: Some(filing.into()),
            subscriber: Subscriber(subscriber),
            payer: ClaimParty { identifier: identifier("PI", id), ..organisation(name) },
            ..Coverage::default()
        }
    }

    fn references(&mut self, claim: &mut Claim) {
        let random = &mut self.random;
        for (qualifier, chance, letters) in
            [("G1", 20, "AUTH"), ("9F", 10, "REF"), ("D9", 30, "CH")]
        {
            if random.chance(chance) {
                claim.references.push(ClaimReference {
                    qualifier: qualifier.into(),
                    value: phi(format!("{letters}{}", digits(random, 7))),
                    payer: None,
                });
            }
        }
        if claim.kind != ClaimKind::Dental && random.chance(25) {
            claim.references.push(ClaimReference {
                qualifier: "EA".into(),
                value: phi(format!("MRN{}", digits(random, 6))),
                payer: None,
            });
        }
    }

    /// A day of 2025.
    pub(super) fn day(&mut self) -> Date {
        let (month, day) = (self.random.between(1, 10) as u32, self.random.between(1, 28) as u32);
        Date::new(2025, month, day).unwrap_or(Date::EPOCH)
    }

    /// An amount between so many dollars, odd cents now and then.
    pub(super) fn dollars(&mut self, least: usize, most: usize) -> Money {
        let cents = if self.random.chance(40) { self.random.between(0, 99) } else { 0 };
        let dollars = self.random.between(least, most);
        Money::from_scaled((dollars * 100 + cents) as i64, 2)
    }

    /// A line with its charge: now and then one without, for what must be told but is not charged.
    pub(super) fn line(&mut self, least: usize, most: usize) -> ServiceLine {
        let free = self.random.chance(2);
        let charge = if free { Money::ZERO } else { self.dollars(least, most) };
        ServiceLine { charge_amount: Some(charge), ..ServiceLine::default() }
    }
}

fn is_medicare(coverage: &Coverage) -> bool {
    matches!(coverage.filing_indicator.as_deref(), Some("MA" | "MB"))
}

/// A number of Medicare's own form.
fn medicare_number(random: &mut Random) -> Text {
    let mut digit = || digits(random, 1);
    format!("1EG{}TE{}MK{}{}", digit(), digit(), digit(), digit()).into()
}

/// A dated fact: a day, or a span of days.
pub(super) fn on(qualifier: &str, from: Date, to: Option<Date>) -> ClaimDate {
    ClaimDate {
        qualifier: qualifier.into(),
        from: Some(DateValue::Day(from)),
        to: to.map(DateValue::Day),
        time: None,
    }
}

pub(super) fn count(units: usize) -> Option<Quantity> {
    Some(Quantity::from_scaled(units as i64, 0))
}
