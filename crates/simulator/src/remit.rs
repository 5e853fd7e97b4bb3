//! Remittances: what is paid in all, and what is moved outside any claim?
//!
//! One payment for each payee:
//!
//! ```text
//! payment = claims paid - provider adjustments, never below nothing
//! ```
//!
//! A positive provider adjustment lowers the payment. Interest (L6) is negative. What a reversal takes back is
//! left in the payment that tells it (WO, negative) and collected from a later one (WO, positive), or, netted
//! at once, what the payment cannot bear moves forward (FB, negative) to be applied later (FB, positive).

use std::collections::BTreeMap;

use superbill_exchange::Envelope;
use superbill_exchange::remittance::write;
use superbill_model::{
    Address, Adjustment, BankAccount, Claim, ClaimGroup, ClaimParty, ClaimPayment, Contact,
    ContactNumber, Identifier, Party, ProviderAdjustment, Reference, Remittance, ServicePayment,
};
use superbill_types::{Date, DateValue, Money, Phi, Text};

use crate::{Identity, Recovery, Scenario};

/// One claim's part in a payment.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) claim: Claim,
    /// The payer's number for it.
    pub(crate) number: Text,
    pub(crate) answers: Vec<ClaimPayment>,
    pub(crate) interest: Money,
    pub(crate) forwarded: Option<Claim>,
    pub(crate) reversal: bool,
}

/// What payees owe the payer, by their number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Debts {
    /// Moved forward, with the payment it comes from.
    forward: BTreeMap<Text, (Text, Money)>,
    /// To be collected, by claim.
    claims: BTreeMap<Text, Vec<(Text, Money)>>,
    traces: u32,
}

impl Debts {
    /// The remittance file for what was settled: a payment for each payee. Empty for nothing.
    pub(crate) fn remit(
        &mut self,
        settled: &[Settled],
        scenario: &Scenario,
        (prefix, file): (u64, u32),
        date: Date,
        envelope: &Envelope,
    ) -> Vec<u8> {
        let mut payees: Vec<(Text, Vec<&Settled>)> = Vec::new();
        for one in settled.iter().filter(|one| !one.answers.is_empty()) {
            let payee = payee_number(&one.claim.billing_provider);
            match payees.iter_mut().find(|(known, _)| *known == payee) {
                Some((_, list)) => list.push(one),
                None => payees.push((payee, vec![one])),
            }
        }
        let mut remittances = Vec::with_capacity(payees.len());
        for (payee, list) in &payees {
            self.traces += 1;
            let trace = format!("{prefix:03}{:07}", self.traces);
            remittances.push(self.payment(payee, list, scenario, trace.into(), date));
        }
        for (number, remittance) in (1_u32..).zip(&mut remittances) {
            remittance.control_number = format!("{number:04}").into();
        }
        if remittances.is_empty() {
            return Vec::new();
        }
        let envelope = Envelope { control_number: file, ..envelope.clone() };
        write(&remittances, &envelope).unwrap_or_default()
    }

    fn payment(
        &mut self,
        payee: &str,
        settled: &[&Settled],
        scenario: &Scenario,
        trace: Text,
        date: Date,
    ) -> Remittance {
        let claims: Vec<ClaimPayment> =
            settled.iter().flat_map(|one| one.answers.clone()).collect();
        let paid: Money = claims.iter().filter_map(|claim| claim.payment_amount).sum();
        let moved = self.moved(payee, settled, scenario.recovery, &trace, paid);
        let amount = paid - moved.iter().map(|(_, _, amount)| *amount).sum();
        let year_end = Date::new(date.parts().0, 12, 31).map(DateValue::Day);
        let adjustments = moved.into_iter().enumerate();
        let adjustments = adjustments.map(|(at, (reason, reference, amount))| ProviderAdjustment {
            reason: reason.into(),
            reference: Some(reference),
            amount: Some(amount),
            provider: payee.into(),
            fiscal_period: year_end.clone(),
            segment: u32::try_from(at / 6).unwrap_or(u32::MAX),
        });
        let mut remittance = Remittance {
            provider_adjustments: adjustments.collect(),
            payee: settled.first().map(|one| party(&one.claim)).unwrap_or_default(),
            groups: vec![ClaimGroup { number: Some("1".into()), claims, ..ClaimGroup::default() }],
            ..header(&scenario.payer, trace, date)
        };
        pay(&mut remittance, amount, &scenario.payer);
        remittance
    }

    /// Money moved outside the claims: reason, reference and amount; works the debts down.
    fn moved(
        &mut self,
        payee: &str,
        settled: &[&Settled],
        recovery: Recovery,
        trace: &str,
        paid: Money,
    ) -> Vec<(&'static str, Text, Money)> {
        let mut moved = Vec::new();
        for one in settled.iter().filter(|one| !one.interest.is_zero()) {
            moved.push(("L6", one.number.clone(), -one.interest));
        }
        let owed = self.claims.entry(payee.into()).or_default();
        let mut fresh = Vec::new();
        for one in settled.iter().filter(|one| one.reversal && recovery == Recovery::Later) {
            let taken: Money = one.answers.iter().filter_map(|answer| answer.payment_amount).sum();
            if taken.is_negative() {
                moved.push(("WO", one.number.clone(), taken));
                fresh.push((one.number.clone(), -taken));
            }
        }
        let sum = |moved: &[(_, _, Money)]| moved.iter().map(|one| one.2).sum::<Money>();
        let mut room = (paid - sum(&moved)).max(Money::ZERO);
        for (number, amount) in owed.iter_mut() {
            let collected = (*amount).min(room);
            if !collected.is_zero() {
                moved.push(("WO", number.clone(), collected));
                room -= collected;
                *amount -= collected;
            }
        }
        owed.retain(|(_, amount)| !amount.is_zero());
        owed.extend(fresh);
        if let Some((from, amount)) = self.forward.remove(payee) {
            moved.push(("FB", from, amount));
        }
        let left = paid - sum(&moved);
        if left.is_negative() {
            moved.push(("FB", trace.into(), left));
            self.forward.insert(payee.into(), (trace.into(), -left));
        }
        moved
    }
}

/// The answer that takes another back: every amount with its sign turned, under its own group (RFI 1147).
pub(crate) fn reversal(answer: &ClaimPayment) -> ClaimPayment {
    let turn = |amount: Option<Money>| amount.map(|amount| -amount);
    let turned = |list: &[Adjustment]| {
        let one = |it: &Adjustment| Adjustment { amount: turn(it.amount), ..it.clone() };
        list.iter().map(one).collect::<Vec<_>>()
    };
    let services = answer.services.iter().map(|line| ServicePayment {
        charge_amount: turn(line.charge_amount),
        payment_amount: turn(line.payment_amount),
        adjustments: turned(&line.adjustments),
        amounts: Vec::new(),
        remarks: Vec::new(),
        ..line.clone()
    });
    ClaimPayment {
        status: "22".into(),
        charge_amount: turn(answer.charge_amount),
        payment_amount: turn(answer.payment_amount),
        patient_responsibility: None,
        adjustments: turned(&answer.adjustments),
        amounts: Vec::new(),
        names: answer.names.iter().filter(|name| name.role != "TT").cloned().collect(),
        services: services.collect(),
        inpatient: None,
        outpatient: None,
        ..answer.clone()
    }
}

fn header(payer: &Identity, trace: Text, date: Date) -> Remittance {
    let day = Some(DateValue::Day(date));
    Remittance {
        credit_or_debit: "C".into(),
        payment_date: day.clone(),
        production_date: day,
        trace_number: trace,
        trace_type: "1".into(),
        trace_payer: Some(payer.number.clone()),
        payer: Party {
            name: Some(payer.name.clone()),
            address: Some(Address {
                lines: vec!["400 HARBOR DR".into()],
                city: Some("ALBANY".into()),
                state: Some("NY".into()),
                postal_code: Some("122071234".into()),
                ..Address::default()
            }),
            contacts: vec![Contact {
                function: "BL".into(),
                name: Some("REMITTANCE DESK".into()),
                numbers: vec![ContactNumber { kind: "TE".into(), value: "5185550100".into() }],
            }],
            ..Party::default()
        },
        ..Remittance::default()
    }
}

/// How the money moves: an electronic transfer, or none.
fn pay(remittance: &mut Remittance, amount: Money, payer: &Identity) {
    remittance.payment_amount = Some(amount);
    let moves = !amount.is_zero();
    let (handling, method) = if moves { ("I", "ACH") } else { ("H", "NON") };
    remittance.handling = handling.into();
    remittance.payment_method = method.into();
    if moves {
        remittance.payment_format = Some("CCP".into());
        remittance.sender_account = Some(account("999999992", "10020030"));
        remittance.originating_company = Some(payer.number.clone());
        remittance.receiver_account = Some(account("999999992", "40050060"));
    }
}

fn account(bank: &str, number: &str) -> BankAccount {
    BankAccount {
        bank_qualifier: "01".into(),
        bank: Phi::new(bank.into()),
        account_qualifier: Some("DA".into()),
        account: Some(Phi::new(number.into())),
    }
}

/// The payee: the billing provider with its tax number.
fn party(claim: &Claim) -> Party {
    let provider = &claim.billing_provider;
    let name = &provider.name;
    let parts = [&name.last_name, &name.first_name].into_iter().flatten();
    let words: Vec<&str> = parts.map(|part| part.reveal().as_str()).collect();
    let tax = provider.tax_id.as_ref();
    let npi = provider.identifier.clone().filter(|id| id.qualifier == "XX");
    let as_payee = |id: &Identifier| Identifier { qualifier: "FI".into(), value: id.value.clone() };
    let other = tax.filter(|_| npi.is_some()).map(|id| Reference {
        qualifier: "TJ".into(),
        value: id.value.clone(),
        description: None,
    });
    Party {
        name: Some(words.join(" ").into()),
        identifier: npi.or_else(|| tax.map(as_payee)),
        address: provider.address.as_ref().map(|address| address.reveal().clone()),
        references: other.into_iter().collect(),
        ..Party::default()
    }
}

fn payee_number(provider: &ClaimParty) -> Text {
    let number = provider.identifier.as_ref().or(provider.tax_id.as_ref());
    number.map_or_else(|| "NONE".to_owned(), |id| id.value.reveal().to_string()).into()
}
