//! Payer: what does it do with a file of claims, and what does it remember?
//!
//! A payer remembers each claim it answered, under our number for it and the payer's place: so that a replacement
//! (frequency 7) takes the earlier answer back first, a void (8) takes it back for good, and the same claim again
//! is a duplicate. It remembers what each patient has borne of the deductible, and what it is owed.

use std::collections::BTreeMap;

use superbill::{AcknowledgeOptions, BuildOptions, NoAcknowledgment};
use superbill_exchange::Envelope;
use superbill_exchange::claim;
use superbill_guides::generate::Random;
use superbill_model::{Claim, ClaimBatch, ClaimPayment};
use superbill_types::{Date, Findings, Money, Phi, Text};
use superbill_x12::{Framer, Place, Stamp, Step};

use crate::adjudicate::{Case, Decision};
use crate::remit::{Debts, Settled, reversal};
use crate::status::{self, Verdict};
use crate::{Denial, Rejection, Scenario};

/// A payer with its memory.
#[derive(Clone, Debug)]
pub struct Payer {
    /// How it answers from now on.
    pub scenario: Scenario,
    random: Random,
    /// Claims answered so far.
    claims: u32,
    /// Files sent so far.
    files: u32,
    /// First part of its claim numbers.
    prefix: u64,
    standing: BTreeMap<Key, Standing>,
    /// What each patient has borne of the deductible.
    met: BTreeMap<Text, Money>,
    debts: Debts,
    envelope: Envelope,
}

/// Our number for a claim, and the payer's place in the order of payment.
type Key = (Text, Text);

/// A claim that was answered, with the answer that stands.
#[derive(Clone, Debug)]
struct Standing {
    claim: Claim,
    number: Text,
    decision: Decision,
}

/// What a payer sends back for a file. Each is one interchange; empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Whether the interchange was taken in.
    pub ta1: Vec<u8>,
    /// Whether its groups and sets keep to their guides.
    pub acknowledgment_999: Vec<u8>,
    /// Which claims were taken into adjudication.
    pub claim_acknowledgment_277: Vec<u8>,
    /// What was paid.
    pub remittance_835: Vec<u8>,
    /// The claims it sends on to the next payer (837), with what it paid.
    pub forwarded_837: Vec<u8>,
}

impl Payer {
    /// A payer without memory.
    #[must_use]
    pub fn new(seed: u64, scenario: Scenario) -> Self {
        Self {
            scenario,
            random: Random::new(seed),
            claims: 0,
            files: 0,
            prefix: seed % 1000,
            standing: BTreeMap::new(),
            met: BTreeMap::new(),
            debts: Debts::default(),
            envelope: Envelope::default(),
        }
    }

    /// Answers a file of claims at a moment such as `2026-11-23T10:00:00Z`. Sets that break their guide are
    /// refused by the 999 and not looked into.
    ///
    /// # Errors
    /// [`NoAcknowledgment`] where the file cannot be framed, or `at` is no moment.
    pub fn answer(&mut self, claims: &[u8], at: &str) -> Result<Answers, NoAcknowledgment> {
        self.files += 1;
        let acknowledged = |kind: &str| {
            let (kind, at, seed) = (kind.to_owned(), at.to_owned(), Some(self.files));
            superbill::acknowledge(claims, &AcknowledgeOptions { kind, at, seed, companion: None })
        };
        let (ta1, groups) = (acknowledged("ta1")?, acknowledged("999")?);
        let mut answers = Answers {
            ta1: ta1.x12.into_bytes(),
            acknowledgment_999: groups.x12.into_bytes(),
            ..Answers::default()
        };
        if ta1.accepted {
            let date: Date = at.parse().unwrap_or(Date::EPOCH);
            self.address(claims, at, date);
            self.take_in(claims, date, &mut answers);
        }
        Ok(answers)
    }

    /// Takes back what it paid for a claim, of its own accord: the remittance that says so. Empty where no
    /// answer stands.
    pub fn take_back(&mut self, patient_control_number: &str, at: &str) -> Vec<u8> {
        self.reconsider(patient_control_number, at, false)
    }

    /// Takes back what it paid for a claim and answers it anew by the scenario as it is now: the remittance with
    /// both. Empty where no answer stands.
    pub fn correct(&mut self, patient_control_number: &str, at: &str) -> Vec<u8> {
        self.reconsider(patient_control_number, at, true)
    }

    fn reconsider(&mut self, number: &str, at: &str, again: bool) -> Vec<u8> {
        let date: Date = at.parse().unwrap_or(Date::EPOCH);
        let keys: Vec<Key> = self.standing.keys().filter(|key| key.0 == number).cloned().collect();
        let mut settled = Vec::new();
        for key in keys {
            let Some(taken) = self.reverse(&key) else { continue };
            let claim = taken.claim.clone();
            settled.push(taken);
            if again {
                settled.push(self.decide(&claim, date, None));
            }
        }
        self.files += 1;
        self.envelope.date = date.ccyymmdd();
        self.remittance(&settled, date)
    }

    fn take_in(&mut self, sent: &[u8], date: Date, answers: &mut Answers) {
        let mut settled = Vec::new();
        let mut forwarded = Vec::new();
        let mut verdicts = Vec::new();
        for (batch, good) in sets(sent, &answers.acknowledgment_999) {
            let before = settled.len();
            let mut receive = |claim| self.receive(claim, date, &mut settled);
            verdicts.push(good.then(|| batch.claims.iter().map(&mut receive).collect()));
            let next = settled.iter().skip(before).filter_map(|one| one.forwarded.clone());
            let claims: Vec<Claim> = next.collect();
            if !claims.is_empty() {
                forwarded.push(ClaimBatch { claims, ..batch });
            }
        }
        let clock = |at: core::ops::Range<usize>| {
            self.envelope.time.get(at).and_then(|part: &str| part.parse().ok())
        };
        let (hour, minute) = (clock(0..2).unwrap_or(0), clock(2..4).unwrap_or(0));
        let stamp = Stamp { date, hour, minute, number: self.files };
        answers.claim_acknowledgment_277 =
            status::write(sent, &verdicts, &self.scenario.payer, stamp);
        answers.remittance_835 = self.remittance(&settled, date);
        if !forwarded.is_empty() {
            let at = format!("{date}T{hour:02}:{minute:02}:00Z");
            let options = BuildOptions { at, seed: Some(self.files), ..BuildOptions::default() };
            answers.forwarded_837 = superbill::build(&forwarded, &options).x12.into_bytes();
        }
    }

    /// Takes one claim in, or turns it away.
    fn receive(&mut self, claim: &Claim, date: Date, settled: &mut Vec<Settled>) -> Verdict {
        let drawn = self.random.chance(self.scenario.chances.reject);
        let rejection = drawn.then(|| self.random.pick(&self.scenario.rejections)).flatten();
        if let Some(rejection) = rejection {
            return Verdict::Rejected(rejection.clone());
        }
        let key = key(claim);
        let again = matches!(claim.frequency.as_deref(), Some("7" | "8"));
        if again {
            let told = claim.reference("F8").map(|number| number.reveal().as_str());
            let stands = self.standing.get(&key).is_some_and(|one| told.is_some_and(|n| one.is(n)));
            let Some(taken) = stands.then(|| self.reverse(&key)).flatten() else {
                return Verdict::Rejected(Rejection {
                    category: "A7".into(),
                    status: "464".into(),
                    entity: None,
                });
            };
            settled.push(taken);
            if claim.frequency.as_deref() == Some("8") {
                return Verdict::Accepted(None);
            }
        }
        let duplicate =
            (!again && self.standing.contains_key(&key)).then(|| Denial::of("OA", "18", None));
        let decided = self.decide(claim, date, duplicate.as_ref());
        let number = decided.number.clone();
        settled.push(decided);
        Verdict::Accepted(Some(number))
    }

    /// Decides about a claim; unless it is refused beforehand, or an estimate is asked for, the answer stands.
    fn decide(&mut self, claim: &Claim, date: Date, refused: Option<&Denial>) -> Settled {
        self.claims += 1;
        let number = format!("{:03}{:08}", self.prefix, self.claims);
        let patient = patient(claim);
        let met = self.met.get(&patient).copied().unwrap_or_default();
        let case = Case {
            scenario: &self.scenario,
            claim,
            number: number.clone().into(),
            deductible_met: met,
            refused,
            date,
        };
        let mut decision = case.decide(&mut self.random);
        if self.scenario.echoes_capitals {
            decision.answers.iter_mut().for_each(in_capitals);
        }
        let settled = Settled {
            claim: claim.clone(),
            number: number.clone().into(),
            answers: decision.answers.clone(),
            interest: decision.interest,
            forwarded: decision.forwarded.clone(),
            reversal: false,
        };
        let estimate = claim.submission_reason.as_deref() == Some("PB");
        if refused.is_none() && !estimate {
            *self.met.entry(patient).or_default() += decision.deductible;
            self.standing.insert(
                key(claim),
                Standing { claim: claim.clone(), number: number.into(), decision },
            );
        }
        settled
    }

    /// Takes the answer to a claim back.
    fn reverse(&mut self, key: &Key) -> Option<Settled> {
        let Standing { claim, number, decision } = self.standing.remove(key)?;
        *self.met.entry(patient(&claim)).or_default() -= decision.deductible;
        let answers: Vec<ClaimPayment> = decision.answers.iter().map(reversal).collect();
        let interest = -decision.interest;
        Some(Settled { claim, number, answers, interest, forwarded: None, reversal: true })
    }

    fn remittance(&mut self, settled: &[Settled], date: Date) -> Vec<u8> {
        self.debts.remit(settled, &self.scenario, (self.prefix, self.files), date, &self.envelope)
    }

    /// Turns the partners of a file round.
    fn address(&mut self, claims: &[u8], at: &str, date: Date) {
        let mut framer = Framer::new();
        let mut ignored = Findings::with_limit(0);
        let first = framer.step(claims, true, &mut ignored);
        let clock: Text = at
            .split_once('T')
            .map_or("", |(_, clock)| clock)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        self.envelope = Envelope {
            date: date.ccyymmdd(),
            time: clock.get(..4).unwrap_or("0000").to_owned(),
            control_number: self.files,
            ..Envelope::default()
        };
        if let Ok(Step::Segment(Place::InterchangeHeader)) = first {
            let header = framer.segment(claims);
            let text = |n| header.text(n).unwrap_or_default().trim_end().to_owned();
            self.envelope.sender = (text(7), text(8));
            self.envelope.receiver = (text(5), text(6));
        }
    }
}

impl Standing {
    /// Whether the payer's number names this claim, or a part of it.
    fn is(&self, number: &str) -> bool {
        self.number == number
            || self.decision.answers.iter().any(|one| {
                one.payer_claim_number.as_ref().is_some_and(|known| known.reveal() == number)
            })
    }
}

/// The batches of a file, each with whether the 999 accepts its set.
fn sets(claims: &[u8], answer: &[u8]) -> Vec<(ClaimBatch, bool)> {
    let batches = claim::read(claims).map(|(batches, _)| batches).unwrap_or_default();
    let groups = superbill::acknowledgment(answer, None).map(|report| report.groups);
    let sets = groups.unwrap_or_default().into_iter().flat_map(|group| group.sets);
    let claims = sets.filter(|set| set.transaction_set == "837");
    let good = claims.map(|set| matches!(set.status.code.as_str(), "A" | "E"));
    batches.into_iter().zip(good).collect()
}

/// Writes our numbers in capitals.
fn in_capitals(answer: &mut ClaimPayment) {
    let capitals = |number: &Phi<Text>| Phi::new(number.reveal().to_ascii_uppercase().into());
    answer.patient_control_number = capitals(&answer.patient_control_number);
    let references = answer.services.iter_mut().flat_map(|line| &mut line.references);
    for reference in references.filter(|one| one.qualifier == "6R") {
        reference.value = capitals(&reference.value);
    }
}

fn key(claim: &Claim) -> Key {
    (claim.patient_control_number.reveal().clone(), claim.coverage.sequence.clone())
}

/// Who the patient is to the payer: the member number with the given name.
fn patient(claim: &Claim) -> Text {
    let member = claim.coverage.subscriber.0.identifier.as_ref();
    let name = claim.treated().name.first_name.as_ref();
    let member = member.map_or("", |id| id.value.reveal());
    [member, name.map_or("", |name| name.reveal())].join("\0").into()
}
