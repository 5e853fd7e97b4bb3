//! Generated claims: what does a clinic send to its clearinghouse?
//!
//! Professional claims under one to three billing providers a set, subscribers and their dependents
//! below.

use super::Random;
use super::output::{Cents, Joined, Output, Padded};
use super::words::{
    CITIES, DIAGNOSES, FIRST, LAST, MODIFIERS, PAYERS, PROCEDURES, Provider, day, number, provider,
    providers, street,
};

/// Makes transaction set after transaction set.
#[derive(Clone, Debug)]
pub(super) struct Claims {
    random: Random,
    claims: u64,
}

impl Default for Claims {
    fn default() -> Self {
        Self { random: Random::new(837), claims: 0 }
    }
}

impl Claims {
    /// Adds one set, which ends early where `room` bytes are not enough.
    pub(super) fn set(&mut self, control: u64, room: u64, out: &mut Output) {
        let from = (out.len(), out.segments());
        let full = |out: &Output| out.len() - from.0 + LARGEST_CLAIM > room;
        out.add("ST", &[&"837", &Padded(control, 4), &"005010X222A1"]);
        let batch = Joined("", &[&"B", &Padded(control, 8)]);
        out.add("BHT", &[&"0019", &"00", &batch, &"20261102", &"0630", &"CH"]);
        out.add("NM1", &[&"41", &"2", &"BILLING BUREAU", &"", &"", &"", &"", &"46", &"CLINICBETA"]);
        out.add("PER", &[&"IC", &"FRONT DESK", &"TE", &"5185550111", &"EM", &"DESK@EXAMPLE.COM"]);
        out.add("NM1", &[&"40", &"2", &"CLEARING HOUSE", &"", &"", &"", &"", &"46", &"PAYERALPHA"]);
        let mut level = 0;
        for clinic in 0..self.random.between(1, 4) {
            if clinic > 0 && full(out) {
                break;
            }
            level += 1;
            let parent = level;
            self.billing_provider(parent, out);
            let rendering = providers(6, &mut self.random);
            for subscriber in 0..self.random.between(15, 45) {
                if subscriber > 0 && full(out) {
                    break;
                }
                self.subscriber(parent, &mut level, &rendering, out);
            }
        }
        out.add("SE", &[&(out.segments() - from.1 + 1), &Padded(control, 4)]);
    }

    fn billing_provider(&mut self, level: u64, out: &mut Output) {
        let random = &mut self.random;
        let Provider { npi, last, tax, .. } = provider(random);
        out.add("HL", &[&level, &"", &"20", &"1"]);
        out.add("PRV", &[&"BI", &"PXC", &"207Q00000X"]);
        let name = Joined(" ", &[&last, &"MEDICAL GROUP"]);
        out.add("NM1", &[&"85", &"2", &name, &"", &"", &"", &"", &"XX", &npi]);
        address(random, out);
        out.add("REF", &[&"EI", &tax]);
    }

    /// A subscriber, the dependent where there is one, and the patient's claims.
    fn subscriber(
        &mut self,
        parent: u64,
        level: &mut u64,
        rendering: &[Provider],
        out: &mut Output,
    ) {
        let random = &mut self.random;
        let dependent = random.chance(22);
        let last = random.pick(&LAST);
        let [payer, payer_id] = random.pick(&PAYERS);
        *level += 1;
        let own = *level;
        out.add("HL", &[level, &parent, &"22", if dependent { &"1" } else { &"0" }]);
        let group = Joined("", &[&"GRP", &number(4, random)]);
        let filing = random.pick(&["CI", "BL", "HM", "CI"]);
        let relation = if dependent { "" } else { "18" };
        out.add("SBR", &[&"P", &relation, &group, &"", &"", &"", &"", &"", &filing]);
        let member = Joined("", &[&"W", &number(9, random)]);
        let first = random.pick(&FIRST);
        out.add("NM1", &[&"IL", &"1", &last, &first, &"", &"", &"", &"MI", &member]);
        address(random, out);
        birth(1940, 2006, random, out);
        out.add("NM1", &[&"PR", &"2", &payer, &"", &"", &"", &"", &"PI", &payer_id]);
        if dependent {
            *level += 1;
            out.add("HL", &[level, &own, &"23", &"0"]);
            out.add("PAT", &[&"19"]);
            out.add("NM1", &[&"QC", &"1", &last, &random.pick(&FIRST)]);
            address(random, out);
            birth(2006, 2024, random, out);
        }
        for _ in 0..random.pick(&[1, 1, 1, 2]) {
            self.claim(last, rendering, out);
        }
    }

    fn claim(&mut self, last: &str, rendering: &[Provider], out: &mut Output) {
        self.claims += 1;
        let random = &mut self.random;
        let count = random.pick(&[1, 1, 2, 2, 3, 4, 6]);
        let lines: Vec<_> = (0..count).map(|_| charge(random)).collect();
        let total: u64 = lines.iter().map(|(_, _, amount)| amount).sum();
        let diagnoses = random.pick(&[1, 2, 2, 3, 4]);
        let our_number = Joined("", &[&Padded(self.claims, 8), &"PT", &number(4, random)]);
        let total_charge = Cents(total as i64);
        out.add(
            "CLM",
            &[&our_number, &total_charge, &"", &"", &"11:B:1", &"Y", &"A", &"Y", &"Y", &"P"],
        );
        self.references(diagnoses, out);
        self.providers(rendering, out);
        let random = &mut self.random;
        if random.chance(12) {
            out.add("SBR", &[&"S", &"18", &"", &"", &"", &"", &"", &"", &"CI"]);
            out.add("AMT", &[&"D", &Cents(total as i64 / 3)]);
            out.add("OI", &[&"", &"", &"Y", &"P", &"", &"Y"]);
            let member = Joined("", &[&"Z", &number(9, random)]);
            let first = random.pick(&FIRST);
            out.add("NM1", &[&"IL", &"1", &last, &first, &"", &"", &"", &"MI", &member]);
            out.add("NM1", &[&"PR", &"2", &"SECOND PLAN", &"", &"", &"", &"", &"PI", &"SP001"]);
            out.add("DTP", &[&"573", &"D8", &day(random)]);
        }
        let served_on = day(random);
        for (position, (procedure, units, amount)) in (1_u64..).zip(&lines) {
            out.add("LX", &[&position]);
            let pointed = diagnoses.min(random.pick(&[1, 1, 2, 3]));
            let pointers = &"1:2:3"[..pointed * 2 - 1];
            let amount = Cents(*amount as i64);
            out.add("SV1", &[procedure, &amount, &"UN", units, &"", &"", &pointers]);
            out.add("DTP", &[&"472", &"D8", &served_on]);
            out.add("REF", &[&"6R", &Joined("", &[&self.claims, &"L", &position])]);
        }
    }

    fn references(&mut self, diagnoses: usize, out: &mut Output) {
        let random = &mut self.random;
        if random.chance(15) {
            out.add("DTP", &[&"431", &"D8", &day(random)]);
        }
        if random.chance(20) {
            out.add("REF", &[&"G1", &Joined("", &[&"AUTH", &number(7, random)])]);
        }
        if random.chance(50) {
            out.add("REF", &[&"D9", &number(11, random)]);
        }
        if random.chance(30) {
            out.add("REF", &[&"EA", &Joined("", &[&"MRN", &number(7, random)])]);
        }
        if random.chance(5) {
            out.add("NTE", &[&"ADD", &"SEEN AGAIN FOR A LASTING CONDITION"]);
        }
        let first = random.between(0, DIAGNOSES.len() as u64) as usize;
        out.begin("HI");
        for step in 0..diagnoses {
            let diagnosis = DIAGNOSES[(first + step) % DIAGNOSES.len()];
            out.element(&Joined("", &[if step == 0 { &"ABK:" } else { &"ABF:" }, &diagnosis]));
        }
        out.end();
    }

    fn providers(&mut self, rendering: &[Provider], out: &mut Output) {
        let random = &mut self.random;
        if random.chance(20) {
            person("DN", &provider(random), out);
        }
        person("82", &random.pick(rendering), out);
        out.add("PRV", &[&"PE", &"PXC", &"207R00000X"]);
        if random.chance(20) {
            let Provider { npi, last, .. } = provider(random);
            let name = Joined(" ", &[&last, &"CLINIC"]);
            out.add("NM1", &[&"77", &"2", &name, &"", &"", &"", &"", &"XX", &npi]);
            address(random, out);
        }
    }
}

/// Bytes that no subscriber with claims passes by much.
const LARGEST_CLAIM: u64 = 1_200;

/// Procedure, units and charge of a line.
fn charge(random: &mut Random) -> (String, u64, u64) {
    let (procedure, least, most) = random.pick(&PROCEDURES);
    let units = random.pick(&[1, 1, 1, 2, 4]);
    let modifier = random.pick(&MODIFIERS);
    (format!("HC:{procedure}{modifier}"), units, random.between(least, most) * units)
}

fn person(role: &str, who: &Provider, out: &mut Output) {
    let Provider { npi, last, first, .. } = who;
    out.add("NM1", &[&role, &"1", last, first, &"", &"", &"", &"XX", npi]);
}

fn birth(least: u64, most: u64, random: &mut Random, out: &mut Output) {
    let year = random.between(least, most);
    let day = year * 10_000 + random.between(1, 13) * 100 + random.between(1, 29);
    out.add("DMG", &[&"D8", &day, &random.pick(&["M", "F"])]);
}

fn address(random: &mut Random, out: &mut Output) {
    let (house, street) = street(random);
    out.add("N3", &[&Joined(" ", &[&house, &street])]);
    let [city, state, code] = random.pick(&CITIES);
    out.add("N4", &[&city, &state, &code]);
}
