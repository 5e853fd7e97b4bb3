//! Balance: is a remittance that adds up clean, and is one changed amount found where it is?

use proptest::prelude::*;
use proptest::sample::Index;
use superbill_exchange::remittance::{claim_checks, payment_check};
use superbill_model::{Adjustment, ClaimPayment, ProviderAdjustment, QualifiedAmount, Remittance};
use superbill_types::{Finding, Money};

use crate::generate::{Choices, remittance};
use crate::reading::read;
use crate::round_trip::{file, seed};

/// Which amount of a remittance is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Spot {
    Payment,
    ProviderAdjustment(usize),
    Charge(usize),
    Paid(usize),
    Patient(usize),
    ClaimAdjustment(usize, usize),
    LineCharge(usize, usize),
    LinePaid(usize, usize),
    LineAdjustment(usize, usize, usize),
}

/// A remittance whose every equation holds.
fn balanced(c: &mut Choices<'_>) -> Remittance {
    let mut one = remittance(c);
    let mut told_interest = Money::ZERO;
    for claim in one.groups.iter_mut().flat_map(|group| &mut group.claims) {
        balance_claim(c, claim);
        for amount in claim.amounts.iter().chain(claim.services.iter().flat_map(|l| &l.amounts)) {
            if amount.qualifier == "I" {
                told_interest += amount.amount.unwrap_or_default();
            }
        }
    }
    for adjustment in &mut one.provider_adjustments {
        adjustment.amount = Some(c.money());
        adjustment.reason = "WO".into();
    }
    let paid: Money = one.claims().filter_map(|claim| claim.payment_amount).sum();
    let segment = one.provider_adjustments.last().map_or(0, |last| last.segment + 1);
    let mut add = |reason: &str, amount, segment| {
        let provider = "1".into();
        let new = ProviderAdjustment {
            reason: reason.into(),
            amount: Some(amount),
            provider,
            segment,
            ..Default::default()
        };
        one.provider_adjustments.push(new);
    };
    add("L6", -told_interest, segment);
    let adjusted =
        |one: &Remittance| one.provider_adjustments.iter().filter_map(|a| a.amount).sum::<Money>();
    let rest = paid - adjusted(&one);
    if rest.is_negative() {
        one.provider_adjustments.push(ProviderAdjustment {
            reason: "FB".into(),
            amount: Some(rest),
            provider: "1".into(),
            segment: segment + 1,
            ..Default::default()
        });
    }
    one.payment_amount = Some(paid - adjusted(&one));
    (one.handling, one.payment_method) = ("H".into(), "NON".into());
    one
}

/// Sets what was paid and owed to what the charges and adjustments come to.
fn balance_claim(c: &mut Choices<'_>, claim: &mut ClaimPayment) {
    claim.amounts.retain(|amount| amount.qualifier != "I");
    if c.flip() {
        claim.amounts.push(QualifiedAmount { qualifier: "I".into(), amount: Some(c.money()) });
    }
    let mut adjusted = fill(c, &mut claim.adjustments);
    let mut charged = Money::ZERO;
    for line in &mut claim.services {
        line.amounts.retain(|amount| amount.qualifier != "I");
        let charge = c.money().abs();
        let taken = fill(c, &mut line.adjustments);
        (line.charge_amount, line.payment_amount) = (Some(charge), Some(charge - taken));
        charged += charge;
        adjusted += taken;
    }
    let charge = if claim.services.is_empty() { c.money().abs() } else { charged };
    if (charge - adjusted).is_negative() {
        // Overpaid by its lines: taken back on the claim.
        let segment = claim.adjustments.last().map_or(0, |last| last.segment + 1);
        let amount = Some(charge - adjusted);
        claim.adjustments.push(Adjustment {
            group: "OA".into(),
            amount,
            segment,
            ..Default::default()
        });
        adjusted = charge;
    }
    claim.status = c.one_of(&["1", "2", "4", "19", "22", "zz"]).into();
    claim.charge_amount = Some(charge);
    claim.payment_amount = Some(charge - adjusted);
    if claim.is_reversal() {
        negate(claim);
    }
    let lines = claim.services.iter().flat_map(|line| &line.adjustments);
    let all = claim.adjustments.iter().chain(lines);
    let patient = all.filter(|a| a.group == "PR").filter_map(|a| a.amount).sum();
    claim.patient_responsibility = Some(patient);
}

/// Gives every adjustment an amount; their sum.
fn fill(c: &mut Choices<'_>, adjustments: &mut [Adjustment]) -> Money {
    for adjustment in adjustments.iter_mut() {
        adjustment.amount = Some(c.money());
    }
    // One group a segment, the patient's among them.
    for segment in adjustments.chunk_by_mut(|a, b| a.segment == b.segment) {
        let group = c.one_of(&["CO", "PR", "OA", "PI"]);
        segment.iter_mut().for_each(|adjustment| adjustment.group = group.into());
    }
    adjustments.iter().filter_map(|adjustment| adjustment.amount).sum()
}

fn negate(claim: &mut ClaimPayment) {
    let flip = |amount: &mut Option<Money>| *amount = amount.map(|amount| -amount);
    flip(&mut claim.charge_amount);
    flip(&mut claim.payment_amount);
    claim.adjustments.iter_mut().for_each(|a| flip(&mut a.amount));
    for line in &mut claim.services {
        flip(&mut line.charge_amount);
        flip(&mut line.payment_amount);
        line.adjustments.iter_mut().for_each(|a| flip(&mut a.amount));
    }
}

/// Every amount that takes part in an equation, with where it is.
fn spots(one: &mut Remittance) -> Vec<(Spot, &mut Option<Money>)> {
    let mut spots = vec![(Spot::Payment, &mut one.payment_amount)];
    let adjustments = one.provider_adjustments.iter_mut().enumerate();
    spots.extend(adjustments.map(|(n, a)| (Spot::ProviderAdjustment(n), &mut a.amount)));
    let claims = one.groups.iter_mut().flat_map(|group| &mut group.claims);
    for (n, claim) in claims.enumerate() {
        spots.push((Spot::Charge(n), &mut claim.charge_amount));
        spots.push((Spot::Paid(n), &mut claim.payment_amount));
        spots.push((Spot::Patient(n), &mut claim.patient_responsibility));
        let adjustments = claim.adjustments.iter_mut().enumerate();
        spots.extend(adjustments.map(|(a, one)| (Spot::ClaimAdjustment(n, a), &mut one.amount)));
        for (l, line) in claim.services.iter_mut().enumerate() {
            spots.push((Spot::LineCharge(n, l), &mut line.charge_amount));
            spots.push((Spot::LinePaid(n, l), &mut line.payment_amount));
            let adjustments = line.adjustments.iter_mut().enumerate();
            spots.extend(
                adjustments.map(|(a, one)| (Spot::LineAdjustment(n, l, a), &mut one.amount)),
            );
        }
    }
    spots
}

/// The rule, the path and the difference each finding must have after `spot` grew by `by`.
fn expected(
    spot: Spot,
    by: Money,
    lines: bool,
    reversal: bool,
) -> Vec<(&'static str, String, Money)> {
    let paid = |n| format!("remittances[0].claims[{n}].paymentAmount");
    let charge = |n| format!("remittances[0].claims[{n}].chargeAmount");
    let line = |n, l| format!("remittances[0].claims[{n}].services[{l}].paymentAmount");
    let payment = || "remittances[0].paymentAmount".to_owned();
    match spot {
        Spot::Payment => vec![("REM-37", payment(), by)],
        Spot::ProviderAdjustment(_) => vec![("REM-37", payment(), by)],
        Spot::Charge(n) if lines => vec![("REM-35", paid(n), -by), ("REM-36", charge(n), by)],
        Spot::Charge(n) => vec![("REM-35", paid(n), -by)],
        Spot::Paid(n) => vec![("REM-35", paid(n), by), ("REM-37", payment(), -by)],
        Spot::Patient(_) if reversal => vec![],
        Spot::Patient(n) => {
            vec![("REM-17", format!("remittances[0].claims[{n}].patientResponsibility"), by)]
        }
        Spot::ClaimAdjustment(n, _) => vec![("REM-35", paid(n), by)],
        Spot::LineCharge(n, l) => vec![("REM-34", line(n, l), -by), ("REM-36", charge(n), -by)],
        Spot::LinePaid(n, l) => vec![("REM-34", line(n, l), by)],
        Spot::LineAdjustment(n, l, _) => vec![("REM-34", line(n, l), by), ("REM-35", paid(n), by)],
    }
}

fn difference(finding: &Finding) -> Option<Money> {
    let fact = |name| {
        let fact = finding.facts.iter().find(|fact| fact.name == name)?;
        fact.value.parse::<Money>().ok()
    };
    fact("difference").or_else(|| Some(fact("told")? - fact("counted")?))
}

proptest! {
    #[test]
    fn what_balances_is_clean(seed in seed()) {
        let model = balanced(&mut seed.choices());
        let reading = read(&file(std::slice::from_ref(&model))).expect("it was written");
        prop_assert_eq!(reading.found(), vec![]);
        prop_assert!(reading.payments.iter().all(|payment| payment.balanced()));
        for claim in model.claims() {
            prop_assert!(claim_checks(claim).iter().all(|check| check.balanced()));
        }
        let paid = reading.payments[0].claims_paid.money();
        prop_assert!(payment_check(&model, paid).balanced());
    }

    #[test]
    fn one_changed_amount_is_found_where_it_is(
        seed in seed(),
        at in any::<Index>(),
        cents in prop_oneof![1_i64..100_000, -100_000_i64..-1],
    ) {
        let mut model = balanced(&mut seed.choices());
        let by = Money::from_scaled(cents, 2);
        let mut all = spots(&mut model);
        let at = at.index(all.len());
        let (spot, amount) = &mut all[at];
        let spot = *spot;
        **amount = amount.map(|amount| amount + by);
        let claim = match spot {
            Spot::Payment | Spot::ProviderAdjustment(_) => None,
            Spot::Charge(n) | Spot::Paid(n) | Spot::Patient(n) | Spot::ClaimAdjustment(n, _)
            | Spot::LineCharge(n, _) | Spot::LinePaid(n, _) | Spot::LineAdjustment(n, ..) => model.claims().nth(n),
        };
        let (lines, reversal) =
            claim.map_or((false, false), |claim| (!claim.services.is_empty(), claim.is_reversal()));
        let bytes = file(&[model]);
        let reading = read(&bytes).expect("it was written");
        let found: Vec<_> = reading.findings.kept().iter()
            .filter_map(|f| Some((f.rule.id, f.location.path.clone(), difference(f)?)))
            .collect();
        let mut wanted = expected(spot, by, lines, reversal);
        // The patient's part is counted from the adjustments.
        let patient = found.iter().find(|(rule, ..)| *rule == "REM-17").cloned();
        if matches!(spot, Spot::ClaimAdjustment(..) | Spot::LineAdjustment(..)) {
            wanted.extend(patient.filter(|(.., difference)| *difference == -by));
        }
        // L6 must be the interest that claims tell.
        for one in &wanted {
            prop_assert!(found.contains(one), "{spot:?} by {by}: {found:?} lacks {one:?}");
        }
        prop_assert_eq!(found.len(), wanted.len(), "{:?} by {}: {:?}", spot, by, found);
    }
}
