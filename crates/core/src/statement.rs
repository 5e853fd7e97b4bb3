//! Statements: how do a patient's accounts become the page they get?
//!
//! All sums of a statement are taken here from the accounts; `documents` adds nothing up. A visit's lines
//! show how each line's charge was split only where the split of all lines is the account's; otherwise one
//! line tells the whole visit, because a line that does not add up would mislead.

use superbill_accounts::{
    Account, Book, ClaimPosted, Entry, Event, PatientSummary, PaymentReceived, PostedAdjustment,
    Treatment,
};
use superbill_documents::{
    AgeBucket, Amounts, Language, Owed, Practice, Reason, Shares, Statement, StatementLine, Totals,
    Visit, render_html, render_text, story,
};
use superbill_model::{Adjustment, Procedure};
use superbill_types::{Date, Money, Phi, Text, sort_by_number};

use crate::account::{day, post_all};
use crate::remit::explain;
use crate::{ActBy, Unreadable};

/// The statements of all patients after posting files.
///
/// # Errors
/// [`Unreadable`] with the position of the file when one cannot be framed as X12.
pub fn statements(files: &[Vec<u8>], by: &ActBy) -> Result<Vec<Statement>, (usize, Unreadable)> {
    Ok(post_all(files, by)?.0.statements(day(by), None))
}

/// The statements as text.
///
/// # Errors
/// As [`statements`].
pub fn statement_text(files: &[Vec<u8>], by: &ActBy) -> Result<String, (usize, Unreadable)> {
    statements(files, by).map(|list| render_text(&list))
}

/// The statements as one HTML document.
///
/// # Errors
/// As [`statements`].
pub fn statement_html(files: &[Vec<u8>], by: &ActBy) -> Result<String, (usize, Unreadable)> {
    statements(files, by).map(|list| render_html(&list))
}

/// One patient's statement on a day.
pub(crate) fn compose(book: &Book, patient: &PatientSummary, on: Date) -> Statement {
    let mut accounts: Vec<&Account> = patient
        .accounts
        .iter()
        .filter_map(|number| book.account(number.reveal()))
        .filter(|account| !account.balance().charges.is_zero() || has_balance(account))
        .collect();
    let day = |account: &&Account| account.service_date().map(|day| day.days_since(Date::EPOCH));
    sort_by_number(&mut accounts, |account| day(account).unwrap_or(i64::MIN));
    let visits: Vec<_> = accounts.iter().map(|account| visit(book, account)).collect();
    let totals = totals(&accounts);
    let person = accounts.first().map(|account| account.patient());
    let name = |part: Option<&Phi<Text>>| part.map(|it| it.reveal().to_string());
    let name: Vec<String> = [
        name(person.and_then(|who| who.first_name.as_ref())),
        name(person.and_then(|who| who.last_name.as_ref())),
    ]
    .into_iter()
    .flatten()
    .collect();
    Statement {
        language: Language::English,
        date: on,
        practice: practice(book, &accounts),
        patient: superbill_documents::Recipient {
            name: Phi::new(if name.is_empty() { "Patient".into() } else { name.join(" ") }),
            address: None,
        },
        account: Phi::new(match patient.accounts.as_slice() {
            [one] => one.reveal().to_string(),
            _ => patient.key.chars().take(8).collect::<String>().to_ascii_uppercase(),
        }),
        owed: Owed::of(patient.balance, None),
        shares: shares(&totals, patient.balance),
        totals,
        visits,
        aging: aging(patient),
    }
}

fn has_balance(account: &Account) -> bool {
    !account.balance().patient_balance.is_zero() || !account.balance().patient_payments.is_zero()
}

fn totals(accounts: &[&Account]) -> Totals {
    let mut totals = Totals::default();
    for account in accounts {
        let balance = account.balance();
        totals.charges += balance.charges;
        totals.insurance_paid += balance.insurance_payments;
        totals.discounts += balance.contractual_adjustments;
        totals.other_adjustments += balance.other_adjustments;
        totals.patient_payments += balance.patient_payments;
        totals.with_insurance += balance.insurance_balance;
    }
    totals
}

fn visit(book: &Book, account: &Account) -> Visit {
    let balance = account.balance();
    let answers = standing(book.entries(), account);
    let amounts = Amounts {
        charge: balance.charges,
        plan_paid: balance.insurance_payments,
        discount: balance.contractual_adjustments,
        other: balance.other_adjustments,
        with_insurance: balance.insurance_balance,
        your_part: balance.patient_balance + balance.patient_payments,
    };
    let mut payers: Vec<Text> = Vec::new();
    for answer in &answers {
        if !payers.contains(&answer.payer.name) {
            payers.push(answer.payer.name.clone());
        }
    }
    let days = answers.iter().flat_map(|answer| &answer.services).filter_map(|line| line.date);
    let last = days.max().filter(|last| account.service_date().is_some_and(|first| first < *last));
    let mut visit = Visit {
        from: account.service_date(),
        to: last,
        payers: payers.iter().map(Text::to_string).collect(),
        control_number: Phi::new(account.patient_control_number().reveal().to_string()),
        story: String::new(),
        lines: lines(&answers, &amounts),
        amounts,
        reasons: reasons(&answers),
        patient_paid: balance.patient_payments,
        you_owe: balance.patient_balance,
    };
    visit.story = story(&visit, Language::English);
    visit
}

/// The payers' answers that were not taken back, in the order of the payers.
fn standing<'a>(entries: &'a [Entry], account: &Account) -> Vec<&'a ClaimPosted> {
    let mut answers: Vec<&ClaimPosted> = account
        .lines(entries)
        .iter()
        .filter(|line| !line.taken_back)
        .filter_map(|line| entries.get(line.sequence as usize - 1))
        .filter_map(|entry| match &entry.event {
            Event::ClaimPosted(claim) if claim.reverses.is_none() => Some(&**claim),
            _ => None,
        })
        .collect();
    sort_by_number(&mut answers, |answer| answer.order.into());
    answers
}

/// The lines with their split, where it is that of the whole visit; else one line for all.
fn lines(answers: &[&ClaimPosted], visit: &Amounts) -> Vec<StatementLine> {
    let Some(first) = answers.first() else { return Vec::new() };
    let pending = visit.your_part.is_zero();
    let split: Vec<StatementLine> = first
        .services
        .iter()
        .map(|line| {
            let charge = line.charge.unwrap_or_default();
            let plan_paid = line.paid.unwrap_or_default();
            let mut amounts = Amounts { charge, plan_paid, ..Amounts::default() };
            for adjustment in &line.adjustments {
                *part(&mut amounts, adjustment, pending) += adjustment.amount;
            }
            StatementLine {
                date: line.date,
                procedure: Procedure {
                    code: line.procedure.clone(),
                    modifiers: line.modifiers.clone(),
                    ..Procedure::default()
                },
                units: None,
                amounts,
            }
        })
        .collect();
    if answers.len() == 1 && sum(&split) == *visit {
        return split;
    }
    let codes: Vec<&str> = first.services.iter().map(|line| line.procedure.as_str()).collect();
    let code = if codes.is_empty() { "visit".into() } else { codes.join(", ") };
    let procedure = Procedure { code: code.into(), ..Procedure::default() };
    vec![StatementLine { date: None, procedure, units: None, amounts: *visit }]
}

fn part<'a>(
    amounts: &'a mut Amounts,
    adjustment: &PostedAdjustment,
    pending: bool,
) -> &'a mut Money {
    match adjustment.treatment {
        Treatment::Patient if pending => &mut amounts.with_insurance,
        Treatment::Patient => &mut amounts.your_part,
        Treatment::Contractual => &mut amounts.discount,
        Treatment::Other | Treatment::Excess | Treatment::PriorPayer => &mut amounts.other,
        _ => &mut amounts.with_insurance,
    }
}

fn sum(lines: &[StatementLine]) -> Amounts {
    let mut all = Amounts::default();
    for line in lines {
        all.charge += line.amounts.charge;
        all.plan_paid += line.amounts.plan_paid;
        all.discount += line.amounts.discount;
        all.other += line.amounts.other;
        all.with_insurance += line.amounts.with_insurance;
        all.your_part += line.amounts.your_part;
    }
    all
}

/// Why the last payer left what it left: each group and reason once.
fn reasons(answers: &[&ClaimPosted]) -> Vec<Reason> {
    let mut reasons: Vec<(&str, &str, Money)> = Vec::new();
    for adjustment in answers.last().iter().flat_map(|answer| answer.all_adjustments()) {
        let known = reasons
            .iter_mut()
            .find(|(group, reason, _)| *group == adjustment.group && *reason == adjustment.reason);
        match known {
            Some((_, _, amount)) => *amount += adjustment.amount,
            None => reasons.push((&adjustment.group, &adjustment.reason, adjustment.amount)),
        }
    }
    reasons
        .into_iter()
        .map(|(group, reason, amount)| {
            let words = explain(
                &Adjustment { group: group.into(), reason: reason.into(), ..Adjustment::default() },
                None,
            );
            Reason { label: words.label.to_string(), sentence: words.plain.to_string(), amount }
        })
        .collect()
}

/// Who was paid for these accounts, as the last payment to name them says.
fn practice(book: &Book, accounts: &[&Account]) -> Practice {
    let entries = book.entries();
    let traces: Vec<&str> = accounts
        .iter()
        .flat_map(|account| standing(entries, account))
        .map(|answer| answer.trace_number.as_str())
        .collect();
    let payments = entries.iter().rev().filter_map(|entry| match &entry.event {
        Event::PaymentReceived(payment) => Some(payment),
        _ => None,
    });
    let named = |payment: &&PaymentReceived| payment.payee.name.is_some();
    let mut named_payments = payments.filter(named);
    let payment = named_payments.find(|payment| traces.contains(&payment.trace_number.as_str()));
    let payee = payment.map(|payment| payment.payee.clone()).unwrap_or_default();
    Practice {
        name: payee.name.unwrap_or_else(|| "Your provider".into()).to_string(),
        address: payee.address.iter().map(Text::to_string).collect(),
        ..Practice::default()
    }
}

/// Shares of the charges in thousandths; none where something is negative.
fn shares(totals: &Totals, due: Money) -> Shares {
    let parts = [
        totals.insurance_paid,
        totals.discounts,
        totals.other_adjustments,
        totals.patient_payments,
        totals.with_insurance,
        due,
    ];
    if parts.iter().any(|part| part.is_negative()) || totals.charges.is_zero() {
        return Shares::default();
    }
    let whole = totals.charges;
    let share = |part: Money| part.thousandths_of(whole);
    Shares {
        insurance_paid: share(parts[0]),
        discounts: share(parts[1]),
        other_adjustments: share(parts[2]),
        patient_payments: share(parts[3]),
        with_insurance: share(parts[4]),
        due: share(parts[5]),
    }
}

fn aging(patient: &PatientSummary) -> Vec<AgeBucket> {
    let buckets = [
        (0, Some(30), patient.aging.days0_to30),
        (31, Some(60), patient.aging.days31_to60),
        (61, Some(90), patient.aging.days61_to90),
        (91, Some(120), patient.aging.days91_to120),
        (121, None, patient.aging.over120),
    ];
    buckets.map(|(from_days, to_days, amount)| AgeBucket { from_days, to_days, amount }).to_vec()
}
