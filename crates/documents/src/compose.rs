//! Composing: what does a statement say, in which order?
//!
//! First what is owed and by when; then where the charges went and how to pay; then each visit; then whom
//! to ask. What is nothing is left out. No sums: every amount is the record's.

use superbill_types::{Money, Quantity};

use crate::block::{Block, Document, Figure, Letterhead, Part, Row, Section, Table};
use crate::format::{date, dollars, fill};
use crate::words::Words;
use crate::{Amounts, Owed, Statement, StatementLine, Visit};

/// The blocks of a patient's statement.
pub(crate) fn statement(statement: &Statement) -> Document {
    let words = statement.language.words();
    let day = date(statement.date, words);
    let title = fill(words.title, &[("date", &day), ("practice", &statement.practice.name)]);
    let mut blocks = vec![letterhead(statement, words, day), figure(statement, words)];
    blocks.push(summary(statement, words));
    let is_due = matches!(statement.owed, Owed::Due { .. });
    if is_due {
        blocks.push(how_to_pay(statement, words));
    }
    if !statement.visits.is_empty() {
        let visits = statement.visits.iter().map(|visit| self::visit(visit, words)).collect();
        blocks.push(section(2, words.your_visits, false, visits));
    }
    if is_due && !statement.aging.is_empty() {
        blocks.push(section(2, words.aging, true, vec![aging(statement, words)]));
    }
    blocks.push(questions(statement, words));
    Document { words, title, blocks }
}

fn letterhead(statement: &Statement, words: &'static Words, day: String) -> Block {
    let practice = &statement.practice;
    let name = statement.patient.name.reveal();
    let mut from = vec![practice.name.clone()];
    from.extend(practice.address.iter().cloned());
    if let Some(phone) = &practice.phone {
        from.push([words.phone, " ", phone].concat());
    }
    // The name alone is told among the facts; with an address it is an envelope's window too.
    let to = statement.patient.address.iter().flat_map(|lines| lines.reveal()).cloned();
    let to: Vec<String> = to.collect();
    let to = if to.is_empty() { to } else { [vec![name.clone()], to].concat() };
    let facts = vec![
        (words.statement_date, day),
        (words.patient, name.clone()),
        (words.account, statement.account.reveal().clone()),
    ];
    Block::Letterhead(Letterhead { from, to, heading: words.statement, facts })
}

fn figure(statement: &Statement, words: &'static Words) -> Block {
    let pending = is_above_zero(statement.totals.with_insurance);
    let (label, amount, mut sentences) = match statement.owed {
        Owed::Due { amount, by } => {
            let by = by.map(|day| fill(words.due_by, &[("date", &date(day, words))]));
            let sentences = by.into_iter().chain([words.due.to_owned()]).collect();
            (words.you_owe, amount, sentences)
        }
        Owed::Credit { amount } => (words.we_owe_you, amount, vec![words.credit.to_owned()]),
        Owed::Nothing => {
            let nothing = if pending { words.nothing_due_now } else { words.nothing_due };
            (words.you_owe, Money::ZERO, vec![nothing.to_owned()])
        }
    };
    if pending {
        let waiting = dollars(statement.totals.with_insurance);
        sentences.push(fill(words.pending, &[("amount", &waiting)]));
    }
    Block::Figure(Figure { label, amount, sentences })
}

/// The bar and, as its legend, the totals. The last row is what is owed.
fn summary(statement: &Statement, words: &'static Words) -> Block {
    let (totals, shares) = (&statement.totals, &statement.shares);
    let (label, due, part) = match statement.owed {
        Owed::Due { amount, .. } => (words.you_owe, amount, Some(Part::Due)),
        Owed::Credit { amount } => (words.we_owe_you, amount, None),
        Owed::Nothing => (words.you_owe, Money::ZERO, None),
    };
    let parts = [
        (words.insurance_paid, totals.insurance_paid, Part::Insurance, shares.insurance_paid),
        (words.discounts, totals.discounts, Part::Discount, shares.discounts),
        (words.other_adjustments, totals.other_adjustments, Part::Other, shares.other_adjustments),
        (words.you_paid, totals.patient_payments, Part::Paid, shares.patient_payments),
        (words.with_insurance, totals.with_insurance, Part::Waiting, shares.with_insurance),
        (label, due, Part::Due, shares.due),
    ];
    let drawn: Vec<_> = parts.iter().filter(|(_, _, _, share)| *share > 0).collect();
    let told: Vec<_> =
        drawn.iter().map(|(name, amount, ..)| [name, " ", &dollars(*amount)].concat()).collect();
    let mut rows = vec![Row::new(words.total_charges, totals.charges)];
    let taken_off = parts.iter().take(5).filter(|(_, amount, ..)| !amount.is_zero());
    rows.extend(
        taken_off
            .map(|&(name, amount, part, _)| Row { part: Some(part), ..Row::new(name, amount) }),
    );
    let mut blocks = Vec::new();
    if !drawn.is_empty() {
        blocks.push(Block::Bar {
            alternative: fill(words.bar, &[("parts", &told.join(", "))]),
            parts: drawn.iter().map(|&&(_, _, part, share)| (part, share)).collect(),
        });
    }
    blocks.push(Block::Table(Table {
        caption: words.summary_caption,
        label_head: words.item,
        amount_heads: vec![words.amount],
        rows,
        total: Some(Row { part, ..Row::new(label, due) }),
    }));
    section(2, words.where_it_went, true, blocks)
}

fn visit(visit: &Visit, words: &'static Words) -> Block {
    let mut about = Vec::new();
    if !visit.payers.is_empty() {
        about.push(fill(words.billed_to, &[("payers", &visit.payers.join(", "))]));
    }
    if !visit.control_number.reveal().is_empty() {
        about.push(fill(words.claim, &[("number", visit.control_number.reveal())]));
    }
    let mut blocks = Vec::new();
    if !about.is_empty() {
        blocks.push(Block::Text(about.join(". ") + "."));
    }
    if !visit.story.is_empty() {
        blocks.push(Block::Text(visit.story.clone()));
    }
    blocks.push(Block::Table(lines(visit, words)));
    if !visit.reasons.is_empty() {
        blocks.push(Block::Table(reasons(visit, words)));
    }
    section(3, &visit_heading(visit, words), true, blocks)
}

fn visit_heading(visit: &Visit, words: &Words) -> String {
    let Some(first) = visit.from.or(visit.to) else {
        return words.visit.to_owned();
    };
    let from = date(first, words);
    match visit.to.filter(|last| *last != first) {
        Some(last) => fill(words.visit_range, &[("from", &from), ("to", &date(last, words))]),
        None => fill(words.visit_on, &[("date", &from)]),
    }
}

/// The services with a column for each amount that is somewhere not nothing. Charge, paid, discount and
/// the patient's part always have one, so that visits look alike.
fn lines(visit: &Visit, words: &'static Words) -> Table {
    type Column = (&'static str, fn(&Amounts) -> Money, bool);
    let columns: [Column; 6] = [
        (words.charge, |a| a.charge, true),
        (words.plan_paid, |a| a.plan_paid, true),
        (words.discount, |a| a.discount, true),
        (words.other, |a| a.other, false),
        (words.pending_short, |a| a.with_insurance, false),
        (words.your_part, |a| a.your_part, true),
    ];
    let all = || visit.lines.iter().map(|line| &line.amounts).chain([&visit.amounts]);
    let shown: Vec<_> = columns
        .iter()
        .filter(|(_, of, always)| *always || all().any(|amounts| !of(amounts).is_zero()))
        .collect();
    let amounts = |of: &Amounts| shown.iter().map(|(_, field, _)| field(of)).collect();
    let says_all = matches!(visit.lines.as_slice(), [only] if only.amounts == visit.amounts);
    let several_days = visit.to.is_some_and(|to| Some(to) != visit.from);
    Table {
        caption: words.lines_caption,
        label_head: words.service,
        amount_heads: shown.iter().map(|(head, ..)| *head).collect(),
        rows: visit
            .lines
            .iter()
            .map(|line| {
                let (label, detail) = service(line, several_days, words);
                Row { label, detail, part: None, amounts: amounts(&line.amounts) }
            })
            .collect(),
        total: (!says_all).then(|| Row {
            amounts: amounts(&visit.amounts),
            ..Row::new(words.visit_total, Money::ZERO)
        }),
    }
}

/// A service's name, and beneath it what a plan's letter would call it.
fn service(line: &StatementLine, several_days: bool, words: &Words) -> (String, String) {
    let procedure = &line.procedure;
    let mut code = procedure.code.to_string();
    for modifier in &procedure.modifiers {
        code.push('-');
        code.push_str(modifier);
    }
    let mut detail = Vec::new();
    let label = match procedure.description.as_ref().filter(|text| !text.is_empty()) {
        Some(description) => {
            detail.push(code);
            description.clone()
        }
        None => code.into(),
    };
    if let Some(units) = line.units {
        let one = units == Quantity::from_scaled(1, 0);
        let template = if one { words.unit } else { words.units };
        detail.push(fill(template, &[("count", &units.to_string())]));
    }
    if let Some(day) = line.date.filter(|_| several_days) {
        detail.push(date(day, words));
    }
    (label.to_string(), detail.join(", "))
}

fn reasons(visit: &Visit, words: &'static Words) -> Table {
    let row = |reason: &crate::Reason| Row {
        detail: reason.sentence.clone(),
        ..Row::new(&reason.label, reason.amount)
    };
    Table {
        caption: words.reasons,
        label_head: words.reason,
        amount_heads: vec![words.amount],
        rows: visit.reasons.iter().map(row).collect(),
        total: None,
    }
}

fn aging(statement: &Statement, words: &'static Words) -> Block {
    let rows = statement.aging.iter().map(|bucket| {
        let from = bucket.from_days.to_string();
        let label = match bucket.to_days {
            Some(to) => fill(words.age_days, &[("from", &from), ("to", &to.to_string())]),
            None => fill(words.age_over, &[("from", &from)]),
        };
        Row::new(&label, bucket.amount)
    });
    Block::Table(Table {
        caption: words.aging_caption,
        label_head: words.age,
        amount_heads: vec![words.amount],
        rows: rows.collect(),
        total: None,
    })
}

fn how_to_pay(statement: &Statement, words: &'static Words) -> Block {
    let practice = &statement.practice;
    let account = statement.account.reveal();
    let hard = match &practice.phone {
        Some(phone) => fill(words.hard_to_pay, &[("phone", phone)]),
        None => words.hard_to_pay_no_phone.to_owned(),
    };
    let mut blocks = Vec::new();
    if !practice.payment_instructions.is_empty() {
        blocks.push(Block::List(practice.payment_instructions.clone()));
    }
    if !account.is_empty() {
        blocks.push(Block::Text(fill(words.quote_account, &[("account", account)])));
    }
    blocks.push(Block::Text(hard));
    section(2, words.how_to_pay, true, blocks)
}

fn questions(statement: &Statement, words: &'static Words) -> Block {
    let ask = match &statement.practice.phone {
        Some(phone) => fill(words.call_us, &[("phone", phone)]),
        None => words.contact_us.to_owned(),
    };
    let blocks = vec![Block::Text(ask), Block::Text(words.not_your_plan.to_owned())];
    section(2, words.questions, true, blocks)
}

fn section(level: u8, heading: &str, together: bool, blocks: Vec<Block>) -> Block {
    Block::Section(Section { level, heading: heading.to_owned(), together, blocks })
}

fn is_above_zero(value: Money) -> bool {
    !value.is_zero() && !value.is_negative()
}
