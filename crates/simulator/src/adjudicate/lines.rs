//! Lines: what becomes of each service, and how is it told?

use superbill_guides::generate::Random;
use superbill_model::{
    LineAdjudication, OtherCoverage, Procedure, QualifiedAmount, QualifiedDate, Reference, Remark,
    ServiceLine, ServicePayment,
};
use superbill_types::{Money, Quantity};

use super::amount::{Asked, Ruling, Shares, pay, percent, refuse, times};
use super::{Case, patient_part};
use crate::{Denial, Rates};

/// What becomes of a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate<'a> {
    Paid,
    /// Paid, with the line behind it.
    PaidWithNext,
    /// Paid inside the line before it.
    Bundled,
    Denied(&'a Denial),
    NotCovered,
}

impl Fate<'_> {
    pub(super) fn is_bundled(self) -> bool {
        matches!(self, Self::Bundled)
    }
}

/// Draws what becomes of each line.
pub(super) fn fates<'a>(
    case: &'a Case<'_>,
    denial: Option<&'a Denial>,
    random: &mut Random,
) -> Vec<Fate<'a>> {
    let chances = &case.scenario.chances;
    let first = case.earlier().is_none();
    let mut fates: Vec<Fate<'a>> = Vec::with_capacity(case.claim.lines.len());
    for line in &case.claim.lines {
        let fate = if let Some(denial) = denial {
            Fate::Denied(denial)
        } else if let Some(denial) = case.denial(chances.deny_line, random) {
            Fate::Denied(denial)
        } else if random.chance(chances.non_covered) {
            Fate::NotCovered
        } else if first && line.procedure.is_some() && random.chance(chances.bundle) {
            let place = fates.len();
            let head = case.claim.lines.get(place.wrapping_sub(1));
            match fates.last_mut() {
                Some(last @ Fate::Paid) if head.is_some_and(|head| head.procedure.is_some()) => {
                    *last = Fate::PaidWithNext;
                    Fate::Bundled
                }
                _ => Fate::Paid,
            }
        } else {
            Fate::Paid
        };
        fates.push(fate);
    }
    fates
}

/// The answer to each line.
pub(super) fn services(
    case: &Case<'_>,
    fates: &[Fate<'_>],
    shares: &mut Shares,
) -> Vec<ServicePayment> {
    let lines = &case.claim.lines;
    let told = fates.iter().zip(lines).enumerate();
    told.map(|(at, (fate, line))| {
        let beside = |at: Option<usize>| at.and_then(|at| lines.get(at));
        service(case, *fate, line, beside(at.checked_sub(1)), beside(at.checked_add(1)), shares)
    })
    .collect()
}

fn service(
    case: &Case<'_>,
    fate: Fate<'_>,
    line: &ServiceLine,
    before: Option<&ServiceLine>,
    behind: Option<&ServiceLine>,
    shares: &mut Shares,
) -> ServicePayment {
    let asked = asked(case, line);
    let by = case.scenario.coordination;
    let rates = &case.scenario.rates;
    let mut remark = None;
    let mut out = told(line);
    if !case.scenario.echoes_lines {
        out.references.clear();
    }
    let ruling = match fate {
        Fate::Paid => pay(asked, price(rates, line), shares, by),
        Fate::PaidWithNext => {
            let more = behind.and_then(|line| line.charge_amount).unwrap_or_default();
            let allowed = price(rates, line) + behind.map_or(Money::ZERO, |one| price(rates, one));
            let both = Asked { charge: asked.charge + more, ..asked };
            let mut ruling = pay(both, allowed, shares, by);
            ruling.adjust("OA", "94", -more);
            ruling
        }
        Fate::Bundled => {
            if let Some(judged) = before.and_then(|line| line.procedure.clone()) {
                out.submitted_procedure = Some(core::mem::replace(&mut out.procedure, judged));
            }
            (out.units, out.submitted_units) = (Some(Quantity::ZERO), out.units);
            remark = Some("M15");
            refuse(asked, "CO", "97")
        }
        Fate::Denied(denial) => {
            remark = denial.remark.as_deref();
            refuse(asked, &denial.group, &denial.reason)
        }
        Fate::NotCovered => {
            remark = Some("N130");
            refuse(asked, "PR", "96")
        }
    };
    let Ruling { paid, allowed, adjustments } = ruling;
    out.payment_amount = Some(paid);
    out.adjustments = adjustments;
    if !allowed.is_zero() {
        out.amounts.push(QualifiedAmount { qualifier: "B6".into(), amount: Some(allowed) });
    }
    out.remarks.extend(remark.map(|code| Remark { list: "HE".into(), code: code.into() }));
    out
}

/// A line with what echoes it, before anything is decided.
fn told(line: &ServiceLine) -> ServicePayment {
    let revenue = line.revenue_code.clone();
    let (procedure, revenue_code) = match line.procedure.clone() {
        Some(procedure) => (Procedure { description: None, ..procedure }, revenue),
        None => {
            let code = revenue.unwrap_or_default();
            (Procedure { qualifier: "NU".into(), code, ..Procedure::default() }, None)
        }
    };
    let number = line.control_number.iter().map(|number| Reference {
        qualifier: "6R".into(),
        value: number.clone(),
        description: None,
    });
    let mut out = ServicePayment {
        procedure,
        charge_amount: Some(line.charge_amount.unwrap_or_default()),
        revenue_code,
        units: line.units,
        references: number.collect(),
        ..ServicePayment::default()
    };
    if let Some(date) = line.dates.iter().find(|date| date.qualifier == "472") {
        let days = match (&date.from, &date.to) {
            (Some(from), Some(to)) => vec![("150", from), ("151", to)],
            (Some(day), None) => vec![("472", day)],
            _ => Vec::new(),
        };
        out.dates = days.into_iter().map(|(qualifier, day)| day_of(qualifier, day)).collect();
    }
    out
}

pub(super) fn day_of(qualifier: &str, day: &superbill_types::DateValue) -> QualifiedDate {
    QualifiedDate { qualifier: qualifier.into(), date: day.clone() }
}

/// What is allowed for a line: its rate, at most the charge.
fn price(rates: &Rates, line: &ServiceLine) -> Money {
    let charge = line.charge_amount.unwrap_or_default();
    let code = line.procedure.as_ref().map(|procedure| procedure.code.as_str());
    let rate = code.and_then(|code| rates.procedures.get(code));
    let units = line.units.unwrap_or(Quantity::from_scaled(1, 0)).decimal();
    let usual = || percent(charge, rates.percent_of_charge);
    rate.map_or_else(usual, |rate| times(*rate, units)).min(charge).max(Money::ZERO)
}

/// What is asked for one line.
fn asked(case: &Case<'_>, line: &ServiceLine) -> Asked {
    let others = &case.claim.other_coverages;
    let left = case.earlier().map(|earlier| {
        told_by(line, earlier).map(|told| patient_part(&told.adjustments)).sum::<Money>()
    });
    let told = others.iter().flat_map(|one| told_by(line, one));
    let paid_before = told.filter_map(|told| told.paid_amount).sum();
    Asked { charge: line.charge_amount.unwrap_or_default(), left, paid_before }
}

/// What an earlier payer told of a line.
pub(super) fn told_by<'a>(
    line: &'a ServiceLine,
    payer: &OtherCoverage,
) -> impl Iterator<Item = &'a LineAdjudication> {
    let id = payer.coverage.payer.identifier.as_ref().map(|id| id.value.reveal().clone());
    line.adjudications.iter().filter(move |told| Some(&told.payer) == id.as_ref())
}
