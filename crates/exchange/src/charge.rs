//! Charges (837): which claims were sent, for whom and how much?
//!
//! Enough of professional, institutional and dental claims to charge an account. The other payers of a
//! claim (2320 and below) are passed over.

use superbill_model::{ChargedClaim, ChargedLine};
use superbill_types::{DateValue, Phi, Text};
use superbill_x12::{Envelope, Place, Segment};

/// Collects the claims of every 837 in a file, segment by segment.
#[derive(Clone, Debug, Default)]
pub struct ChargeReader {
    claims: Vec<ChargedClaim>,
    subscriber: Person,
    patient: Option<Person>,
    level: Level,
    reading: bool,
}

#[derive(Clone, Debug, Default)]
struct Person {
    last_name: Option<Phi<Text>>,
    first_name: Option<Phi<Text>>,
    id: Option<Phi<Text>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Level {
    #[default]
    Header,
    Claim,
    OtherPayer,
    Line,
}

impl ChargeReader {
    /// Takes in the next segment, as placed by `envelope`.
    pub fn segment(&mut self, place: Place, segment: &Segment<'_>, envelope: &Envelope) {
        match place {
            Place::SetHeader => {
                self.reading = envelope.set_id() == "837";
                self.level = Level::Header;
            }
            Place::Body if self.reading => self.body(segment),
            _ => {}
        }
    }

    /// The claims, in the order sent.
    #[must_use]
    pub fn finish(self) -> Vec<ChargedClaim> {
        self.claims
    }

    fn body(&mut self, segment: &Segment<'_>) {
        match segment.id() {
            b"HL" => {
                self.level = Level::Header;
                match segment.element(3) {
                    b"22" => (self.subscriber, self.patient) = (Person::default(), None),
                    b"23" => self.patient = Some(Person::default()),
                    _ => {}
                }
            }
            b"NM1" if self.level == Level::Header => {
                match (segment.element(1), &mut self.patient) {
                    (b"IL", _) => self.subscriber = person(segment),
                    (b"QC", Some(patient)) => *patient = person(segment),
                    _ => {}
                }
            }
            b"CLM" => self.claim(segment),
            b"SBR" if matches!(self.level, Level::Claim) => self.level = Level::OtherPayer,
            b"LX" if self.level != Level::Header => {
                self.level = Level::Line;
                if let Some(claim) = self.claims.last_mut() {
                    claim.lines.push(ChargedLine::default());
                }
            }
            b"DTP" => self.date(segment),
            b"SV1" | b"SV3" => self.service(segment, 1, None),
            b"SV2" => self.service(segment, 2, Some(1)),
            _ => {}
        }
    }

    fn claim(&mut self, segment: &Segment<'_>) {
        self.level = Level::Claim;
        let who = self.patient.as_ref().unwrap_or(&self.subscriber);
        self.claims.push(ChargedClaim {
            patient_control_number: Phi::new(segment.text(1).unwrap_or_default()),
            last_name: who.last_name.clone(),
            first_name: who.first_name.clone(),
            member_id: who.id.clone().or_else(|| self.subscriber.id.clone()),
            charge_amount: number(segment.element(2)),
            frequency: text(segment.component(5, 3)),
            service_date: None,
            lines: Vec::new(),
        });
    }

    /// Service dates (472) and the statement's (434): of a range, its first day.
    fn date(&mut self, segment: &Segment<'_>) {
        let Some(claim) = self.claims.last_mut() else { return };
        if !matches!(segment.element(1), b"472" | b"434") {
            return;
        }
        let text = segment.text(3).unwrap_or_default();
        let first = DateValue::read(text.split('-').next().unwrap_or(""));
        let place = match (self.level, claim.lines.last_mut()) {
            (Level::Line, Some(line)) => &mut line.date,
            (Level::Claim, _) => &mut claim.service_date,
            _ => return,
        };
        place.get_or_insert(first);
    }

    fn service(&mut self, segment: &Segment<'_>, procedure: usize, revenue: Option<usize>) {
        let line = self.claims.last_mut().and_then(|claim| claim.lines.last_mut());
        let Some(line) = line.filter(|_| self.level == Level::Line) else { return };
        let code = text(segment.component(procedure, 2));
        let revenue = revenue.map(|at| text(segment.element(at)));
        line.procedure = if code.is_empty() { revenue.unwrap_or_default() } else { code };
        line.modifiers = (3..=6)
            .map(|n| text(segment.component(procedure, n)))
            .filter(|modifier| !modifier.is_empty())
            .collect();
        let (charge, units) = match segment.id() {
            b"SV1" => (2, 4),
            b"SV2" => (3, 5),
            _ => (2, 6),
        };
        line.charge_amount = number(segment.element(charge));
        line.units = number(segment.element(units));
    }
}

fn person(segment: &Segment<'_>) -> Person {
    let phi = |n| segment.text(n).map(Phi::new);
    Person { last_name: phi(3), first_name: phi(4), id: phi(9) }
}

fn text(bytes: &[u8]) -> Text {
    Text::from_utf8_lossy(bytes)
}

fn number<T: core::str::FromStr>(bytes: &[u8]) -> Option<T> {
    str::from_utf8(bytes).ok()?.parse().ok()
}
