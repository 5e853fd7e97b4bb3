//! Generated remittances: what does a payer send that balances at each level?
//!
//! Amounts are made line by line and summed, so the three equations hold by construction: a line's
//! charge is what was paid and adjusted, a claim's the same over its lines and its own adjustments,
//! and a payment is its claims' less the provider adjustments.

use super::Random;
use super::output::{Cents, Joined, Output, Padded};
use super::words::{
    CITIES, FIRST, LAST, MODIFIERS, PAYERS, PROCEDURES, Provider, REMARKS, day, number, providers,
    street,
};

/// Makes transaction set after transaction set.
#[derive(Clone, Debug)]
pub(super) struct Remittances {
    random: Random,
    billing: Vec<Provider>,
    rendering: Vec<Provider>,
    claims: u64,
    lines: Vec<Line>,
    body: Output,
}

/// One service line; amounts in hundredths.
#[derive(Clone, Debug)]
struct Line {
    procedure: &'static str,
    modifier: &'static str,
    units: u64,
    charge: u64,
    paid: u64,
    allowed: u64,
    /// Contractual reasons, then the patient's; each with its amount.
    contractual: Vec<(&'static str, u64)>,
    patient: Vec<(&'static str, u64)>,
}

impl Default for Remittances {
    fn default() -> Self {
        let mut random = Random::new(835);
        Self {
            billing: providers(40, &mut random),
            rendering: providers(200, &mut random),
            random,
            claims: 0,
            lines: Vec::new(),
            body: Output::default(),
        }
    }
}

impl Remittances {
    /// Adds one set of 40 to 119 claims, fewer where `room` bytes are not enough.
    pub(super) fn set(&mut self, control: u64, room: u64, out: &mut Output) {
        const FRAME: u64 = 1_500;
        let wanted = self.random.between(40, 120);
        let paid_on = day(&mut self.random);
        let mut body = std::mem::take(&mut self.body);
        body.clear();
        let mut paid = 0;
        for made in 0..wanted {
            if made > 0 && body.len() + FRAME > room {
                break;
            }
            paid += self.claim(paid_on, &mut body);
        }
        let adjusted = match self.random.chance(20) {
            true => (self.random.between(0, 10_000) as i64 - 5_000).min(paid as i64),
            false => 0,
        };
        let provider = self.random.pick(&self.billing);
        let before = out.segments();
        out.add("ST", &[&"835", &Padded(control, 4)]);
        self.header(Cents(paid as i64 - adjusted), paid_on, &provider, out);
        out.append(&body);
        if adjusted != 0 {
            let reason = self.random.pick(&["WO", "72", "CS"]);
            let reference = number(6, &mut self.random);
            let why = Joined(":", &[&reason, &Joined("", &[&"ADJ", &reference])]);
            out.add("PLB", &[&provider.npi, &"20261231", &why, &Cents(adjusted)]);
        }
        out.add("SE", &[&(out.segments() - before + 1), &Padded(control, 4)]);
        self.body = body;
    }

    fn header(&mut self, amount: Cents, paid_on: u64, provider: &Provider, out: &mut Output) {
        let random = &mut self.random;
        let [payer, id] = random.pick(&PAYERS);
        let origin = Joined("", &[&"1", &id, &"0000"]);
        let (from, to) = (number(9, random), number(8, random));
        out.add(
            "BPR",
            &[
                &"I",
                &amount,
                &"C",
                &"ACH",
                &"CCP",
                &"01",
                &"071000013",
                &"DA",
                &from,
                &origin,
                &"",
                &"01",
                &"044000037",
                &"DA",
                &to,
                &paid_on,
            ],
        );
        let trace = number(10, random);
        out.add("TRN", &[&"1", &Joined("", &[&"EFT", &trace]), &origin]);
        out.add("REF", &[&"EV", &"CLINICBETA"]);
        out.add("DTM", &[&"405", &paid_on]);
        out.add("N1", &[&"PR", &payer, &"XV", &id]);
        address(random, out);
        out.add("REF", &[&"2U", &id]);
        out.add("PER", &[&"CX", &"PROVIDER LINE", &"TE", &"8005550142"]);
        out.add("PER", &[&"BL", &"EDI SUPPORT", &"TE", &"8005550143", &"EM", &"EDI@EXAMPLE.COM"]);
        let name = Joined(" ", &[&provider.last, &"FAMILY PRACTICE"]);
        out.add("N1", &[&"PE", &name, &"XX", &provider.npi]);
        address(random, out);
        out.add("REF", &[&"TJ", &provider.tax]);
        out.add("LX", &[&"1"]);
    }

    /// Adds one claim and says what was paid for it.
    fn claim(&mut self, paid_on: u64, out: &mut Output) -> u64 {
        self.claims += 1;
        let denied = self.random.chance(6);
        let count = self.random.pick(&[1, 1, 1, 2, 2, 3, 3, 4, 5, 7]);
        self.lines.clear();
        for _ in 0..count {
            let line = line(denied, &mut self.random);
            self.lines.push(line);
        }
        let sum = |of: fn(&Line) -> u64| self.lines.iter().map(of).sum::<u64>();
        let (charge, paid, allowed) =
            (sum(|line| line.charge), sum(|line| line.paid), sum(|line| line.allowed));
        let patient = sum(|line| line.patient.iter().map(|(_, amount)| amount).sum());
        let random = &mut self.random;
        let before_others = match !denied && paid > 2_000 && random.chance(4) {
            true => random.between(100, 1_000),
            false => 0,
        };
        let paid = paid - before_others;
        let status = if denied { "4" } else { random.pick(&["1", "1", "1", "1", "1", "2", "19"]) };
        let our_number = Joined("", &[&Padded(self.claims, 8), &"PT", &number(4, random)]);
        let their_number = random.between(1_000_000_000_000, 10_000_000_000_000);
        let filing = random.pick(&["12", "13", "HM", "MB", "MC"]);
        let owed = Cents(patient as i64);
        let owed: &dyn super::output::Element = if patient > 0 { &owed } else { &"" };
        let (charge, payment) = (Cents(charge as i64), Cents(paid as i64));
        out.add(
            "CLP",
            &[&our_number, &status, &charge, &payment, owed, &filing, &their_number, &"11", &"1"],
        );
        if before_others > 0 {
            out.add("CAS", &[&"OA", &"23", &Cents(before_others as i64)]);
        }
        let rendering = self.rendering[random.between(0, 200) as usize].npi;
        self.parties(out);
        self.about(paid_on, allowed, rendering, out);
        paid
    }

    fn parties(&mut self, out: &mut Output) {
        let random = &mut self.random;
        let (last, first) = (random.pick(&LAST), random.pick(&FIRST));
        let member = Joined("", &[&"W", &number(9, random)]);
        let initial = random.pick(&["A", "B", "C", "D", "E", "F", "G", "H"]);
        out.add("NM1", &[&"QC", &"1", &last, &first, &initial, &"", &"", &"MI", &member]);
        if random.chance(30) {
            let other = random.pick(&FIRST);
            out.add("NM1", &[&"IL", &"1", &last, &other, &"", &"", &"", &"MI", &member]);
        }
        if random.chance(5) {
            let corrected = Joined("", &[&member, &"A"]);
            out.add("NM1", &[&"74", &"1", &last, &first, &"", &"", &"", &"C", &corrected]);
        }
        let Provider { npi, last, first, .. } = random.pick(&self.rendering);
        out.add("NM1", &[&"82", &"1", &last, &first, &"", &"", &"", &"XX", &npi]);
        if random.chance(15) {
            let [name, id] = random.pick(&PAYERS);
            out.add("NM1", &[&"TT", &"2", &name, &"", &"", &"", &"", &"PI", &id]);
        }
    }

    /// What stands behind a claim's parties: remarks, references, dates, amounts and the lines.
    fn about(&mut self, paid_on: u64, allowed: u64, rendering: u64, out: &mut Output) {
        let random = &mut self.random;
        if random.chance(25) {
            out.add("MOA", &[&"", &"", &random.pick(&REMARKS)]);
        }
        out.add("REF", &[&"1L", &number(6, random)]);
        if random.chance(40) {
            out.add("REF", &[&"EA", &Joined("", &[&"MRN", &number(7, random)])]);
        }
        let served_on = day(random);
        out.add("DTM", &[&"232", &served_on]);
        out.add("DTM", &[&"233", &served_on]);
        if random.chance(50) {
            out.add("DTM", &[&"050", &paid_on]);
        }
        if random.chance(10) {
            out.add("PER", &[&"CX", &"CLAIM SERVICES", &"TE", &"8005550144"]);
        }
        if allowed > 0 {
            out.add("AMT", &[&"AU", &Cents(allowed as i64)]);
        }
        for (position, line) in (1_u64..).zip(&self.lines) {
            let reference = Joined("", &[&self.claims, &"L", &position]);
            line.write(served_on, &reference, rendering, random, out);
        }
    }
}

impl Line {
    fn write(
        &self,
        served_on: u64,
        reference: &Joined<'_>,
        rendering: u64,
        random: &mut Random,
        out: &mut Output,
    ) {
        let procedure = Joined("", &[&"HC:", &self.procedure, &self.modifier]);
        let (charge, paid) = (Cents(self.charge as i64), Cents(self.paid as i64));
        out.add("SVC", &[&procedure, &charge, &paid, &"", &self.units]);
        out.add("DTM", &[&"472", &served_on]);
        for (group, reasons) in [("CO", &self.contractual), ("PR", &self.patient)] {
            adjustments(group, reasons, out);
        }
        out.add("REF", &[&"6R", reference]);
        if random.chance(20) {
            out.add("REF", &[&"HPI", &rendering]);
        }
        if self.allowed > 0 {
            out.add("AMT", &[&"B6", &Cents(self.allowed as i64)]);
        }
        for percent in [30, 6] {
            if random.chance(percent) {
                out.add("LQ", &[&"HE", &random.pick(&REMARKS)]);
            }
        }
    }
}

fn line(denied: bool, random: &mut Random) -> Line {
    let (procedure, least, most) = random.pick(&PROCEDURES);
    let modifier = random.pick(&MODIFIERS);
    let units = random.pick(&[1, 1, 1, 1, 2, 3]);
    let charge = random.between(least, most) * units;
    let mut line = Line {
        procedure,
        modifier,
        units,
        charge,
        paid: 0,
        allowed: 0,
        contractual: Vec::new(),
        patient: Vec::new(),
    };
    if denied {
        line.contractual.push((random.pick(&["16", "29", "197", "50"]), charge));
        return line;
    }
    let discount = charge * random.between(15, 65) / 100;
    line.allowed = charge - discount;
    line.paid = line.allowed;
    let reason = match random.between(0, 100) {
        0..86 => "45",
        86..91 => "253",
        91..96 => "97",
        _ => "131",
    };
    line.contractual.push((reason, discount));
    let withheld = line.allowed / 50;
    if withheld > 0 && reason != "253" && random.chance(8) {
        line.contractual.push(("253", withheld));
        line.paid -= withheld;
    }
    if random.chance(55) {
        let first = random.between(0, 3) as usize;
        for step in 0..random.pick(&[1, 1, 1, 2]) {
            let most = line.allowed / 3 + 500;
            let amount = random.between(500, most.max(501)).min(line.paid);
            if amount > 0 {
                line.patient.push((["1", "2", "3"][(first + step) % 3], amount));
                line.paid -= amount;
            }
        }
    }
    line
}

fn adjustments(group: &str, reasons: &[(&str, u64)], out: &mut Output) {
    if reasons.is_empty() {
        return;
    }
    out.begin("CAS").element(&group);
    for (position, (reason, amount)) in reasons.iter().enumerate() {
        if position > 0 {
            out.element(&"");
        }
        out.element(reason).element(&Cents(*amount as i64));
    }
    out.end();
}

fn address(random: &mut Random, out: &mut Output) {
    let (house, street) = street(random);
    out.add("N3", &[&Joined(" ", &[&house, &street])]);
    let [city, state, code] = random.pick(&CITIES);
    out.add("N4", &[&city, &state, &code]);
}
