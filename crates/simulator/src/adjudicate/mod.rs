//! Adjudication: what does this payer decide about one claim?
//!
//! The fate of the claim and of each line is drawn first, then the money is worked out. Whatever is drawn, each
//! line and each claim balances, and with an earlier payer the part of it that is told is what it left.

mod amount;
mod answer;
mod lines;

use superbill_exchange::claim::secondary;
use superbill_guides::generate::Random;
use superbill_model::{Claim, ClaimPayment, Name, OtherCoverage, Remittance, ServicePayment};
use superbill_types::{Date, DateValue, Money, Phi, Text};

pub(crate) use self::amount::patient_part;
use self::amount::{Asked, Ruling, Shares, pay, percent, refuse};
use crate::{Denial, Level, Scenario};

/// What stands around a decision.
pub(crate) struct Case<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) claim: &'a Claim,
    /// The payer's number for the claim.
    pub(crate) number: Text,
    /// What the patient has borne of the deductible.
    pub(crate) deductible_met: Money,
    /// The reason to refuse it, where there is one beforehand.
    pub(crate) refused: Option<&'a Denial>,
    pub(crate) date: Date,
}

/// What is decided.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decision {
    /// The answer, in one part or two.
    pub(crate) answers: Vec<ClaimPayment>,
    /// What the patient now bears of the deductible.
    pub(crate) deductible: Money,
    /// Interest paid beside it.
    pub(crate) interest: Money,
    /// The claim as it is sent on to the next payer.
    pub(crate) forwarded: Option<Claim>,
}

impl Case<'_> {
    /// Decides.
    pub(crate) fn decide(&self, random: &mut Random) -> Decision {
        let plan = &self.scenario.cost_share;
        let mut shares = Shares::of(plan, self.deductible_met);
        if self.claim.submission_reason.as_deref() == Some("PB") {
            return self.predetermine(&mut shares, random);
        }
        let drawn = self.denial(self.scenario.chances.deny_claim, random);
        let denial = self.refused.or(drawn);
        let mut answers = if self.by_claim() {
            vec![self.whole(denial, &mut shares)]
        } else {
            self.by_line(denial, &mut shares, random)
        };
        let deductible = Shares::of(plan, self.deductible_met).deductible - shares.deductible;
        if denial.is_some() && random.chance(50) {
            answers.iter_mut().for_each(|one| one.status = "4".into());
        }
        let mut decision = Decision { answers, deductible, ..Decision::default() };
        if denial.is_none() {
            self.forward(&mut decision, random);
        }
        let paid: Money = decision.answers.iter().filter_map(|one| one.payment_amount).sum();
        if random.chance(self.scenario.chances.interest) {
            decision.interest = percent(paid.max(Money::ZERO), 1);
        }
        decision
    }

    /// Tells beforehand what would be paid; nothing is paid (reason 101), and nothing is borne.
    fn predetermine(&self, shares: &mut Shares, random: &mut Random) -> Decision {
        let nothing = Denial::of("OA", "101", None);
        let fates = lines::fates(self, Some(&nothing), random);
        let mut answer = self.part(lines::services(self, &fates, shares));
        answer.status = "25".into();
        Decision { answers: vec![answer], ..Decision::default() }
    }

    /// The reason to deny, where it is to be.
    fn denial(&self, chance: u8, random: &mut Random) -> Option<&Denial> {
        random.chance(chance).then(|| random.pick(&self.scenario.denials)).flatten()
    }

    /// The last payer that answered before this one.
    fn earlier(&self) -> Option<&OtherCoverage> {
        let own = rank(&self.claim.coverage.sequence);
        let answered = self.claim.other_coverages.iter().filter(|one| one.paid_amount.is_some());
        let before = answered.filter(|one| rank(&one.coverage.sequence) < own);
        before.max_by_key(|one| rank(&one.coverage.sequence))
    }

    /// Whether the claim is answered as a whole: by the plan's rule, or because an earlier payer did.
    fn by_claim(&self) -> bool {
        let whole = match self.scenario.level {
            Level::Usual => answer::is_inpatient(self.claim),
            Level::Line => false,
            Level::Claim => true,
        };
        let of_claim = |one: &OtherCoverage| {
            let told = |line| lines::told_by(line, one).next().is_some();
            !one.adjustments.is_empty() || !self.claim.lines.iter().all(told)
        };
        whole || self.claim.lines.is_empty() || self.earlier().is_some_and(of_claim)
    }

    /// What is asked for the claim as a whole.
    fn asked(&self) -> Asked {
        let earlier = self.earlier();
        let left = earlier.map(|one| {
            let of_lines = self.claim.lines.iter().flat_map(|line| lines::told_by(line, one));
            let of_lines: Money = of_lines.map(|told| patient_part(&told.adjustments)).sum();
            patient_part(&one.adjustments) + of_lines
        });
        let paid = self.claim.other_coverages.iter().filter_map(|one| one.paid_amount);
        Asked {
            charge: self.claim.charge_amount.unwrap_or_default(),
            left,
            paid_before: paid.sum(),
        }
    }

    fn whole(&self, denial: Option<&Denial>, shares: &mut Shares) -> ClaimPayment {
        let asked = self.asked();
        let ruling = match denial {
            Some(denial) => refuse(asked, &denial.group, &denial.reason),
            None => {
                let rates = &self.scenario.rates;
                let usual = || percent(asked.charge, rates.percent_of_charge);
                let allowed = rates.case_rate.unwrap_or_else(usual);
                pay(asked, allowed, shares, self.scenario.coordination)
            }
        };
        let Ruling { paid, allowed, adjustments } = ruling;
        let mut answer = answer::of(self, allowed);
        answer.charge_amount = self.claim.charge_amount;
        answer.payment_amount = Some(paid);
        answer.patient_responsibility = owed(patient_part(&adjustments));
        answer.adjustments = adjustments;
        answer::remark(&mut answer, denial.and_then(|denial| denial.remark.as_deref()));
        answer
    }

    fn by_line(
        &self,
        denial: Option<&Denial>,
        shares: &mut Shares,
        random: &mut Random,
    ) -> Vec<ClaimPayment> {
        let fates = lines::fates(self, denial, random);
        let places = 1..self.claim.lines.len();
        let apart: Vec<usize> = places.filter(|at| !fates[*at].is_bundled()).collect();
        let split = random.chance(self.scenario.chances.split);
        let cut = split.then(|| random.pick(&apart).copied()).flatten();
        let first = cut.is_none() && self.earlier().is_none();
        let on_claim = first && self.scenario.cost_share.deductible_on_claim;
        let mut of_lines = *shares;
        if on_claim {
            of_lines.deductible = Money::ZERO;
        }
        let mut services = lines::services(self, &fates, &mut of_lines);
        if !on_claim {
            *shares = of_lines;
        }
        let Some(cut) = cut else {
            let mut answer = self.part(services);
            if on_claim {
                deductible_of_claim(&mut answer, shares);
            }
            return vec![answer];
        };
        let rest = services.split_off(cut);
        let mut parts = vec![self.part(services), self.part(rest)];
        for (part, letter) in parts.iter_mut().zip(["A", "B"]) {
            part.payer_claim_number = Some(Phi::new(format!("{}{letter}", self.number).into()));
            answer::remark(part, Some("MA15"));
        }
        parts
    }

    /// The answer to some of the lines.
    fn part(&self, services: Vec<ServicePayment>) -> ClaimPayment {
        let allowed = services.iter().flat_map(|line| &line.amounts).filter_map(|one| one.amount);
        let mut answer = answer::of(self, allowed.sum());
        let lines = services.iter();
        answer.charge_amount = Some(lines.clone().filter_map(|line| line.charge_amount).sum());
        answer.payment_amount = Some(lines.clone().filter_map(|line| line.payment_amount).sum());
        answer.patient_responsibility =
            owed(lines.map(|line| patient_part(&line.adjustments)).sum());
        answer.services = services;
        answer
    }

    /// Sends the claim on to the next payer, where one is told and the claim can be made.
    fn forward(&self, decision: &mut Decision, random: &mut Random) {
        let wanted = random.chance(self.scenario.chances.cross_over);
        let [answer] = decision.answers.as_mut_slice() else { return };
        if !wanted {
            return;
        }
        let date = Some(DateValue::Day(self.date));
        let remittance = Remittance { payment_date: date, ..Remittance::default() };
        let Ok(next) = secondary(self.claim, answer, &remittance) else { return };
        let payer = &next.coverage.payer;
        let (status, note) = match answer.status.as_str() {
            "1" => ("19", "MA18"),
            "2" => ("20", "N89"),
            _ => ("21", "N89"),
        };
        answer.status = status.into();
        answer.names.push(Name {
            role: "TT".into(),
            entity_type: "2".into(),
            last_name: payer.name.last_name.clone(),
            identifier: payer.identifier.clone(),
            ..Name::default()
        });
        answer::remark(answer, Some(note));
        decision.forwarded = Some(next);
    }
}

/// Tells what is left of the deductible for the claim as a whole.
fn deductible_of_claim(answer: &mut ClaimPayment, shares: &mut Shares) {
    let paid = answer.payment_amount.unwrap_or_default();
    let part = shares.deductible.min(paid);
    shares.deductible -= part;
    let mut ruling = Ruling::default();
    ruling.adjust("PR", "1", part);
    answer.adjustments = ruling.adjustments;
    answer.payment_amount = Some(paid - part);
    answer.patient_responsibility = owed(answer.patient_responsibility.unwrap_or_default() + part);
}

/// An amount that is told only where there is one.
fn owed(amount: Money) -> Option<Money> {
    (!amount.is_zero()).then_some(amount)
}

/// Place of a coverage in the order of payment, from 0.
pub(crate) fn rank(sequence: &str) -> usize {
    ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"]
        .iter()
        .position(|one| *one == sequence)
        .unwrap_or(0)
}
