//! Properties: what holds for every account, whatever happens to it?

mod common;

use common::{page, post, remittance, stamp};
use proptest::prelude::*;
use superbill_accounts::{Book, ClaimCharged, Entry, PatientPaid};
use superbill_model::Remittance;
use superbill_types::{Money, Phi};

/// Something that happens to one of a few accounts. Amounts are cents.
#[derive(Clone, Debug)]
enum Happening {
    /// A payer answers: charge split into paid, written off, patient's part, denied, earlier
    /// payers' part.
    Answer { account: u8, status: &'static str, payer: u8, parts: [i64; 5] },
    /// A payer takes back the answer that came this many answers before.
    Reversal { back: usize },
    /// The patient pays, or is refunded.
    Patient { account: u8, amount: i64 },
    /// We charge a claim.
    Charge { account: u8, amount: i64 },
    /// An earlier entry is undone by us.
    Undo { back: usize },
    /// The payment that came this many before comes again.
    Again { back: usize },
}

fn happening() -> impl Strategy<Value = Happening> {
    let cents = -500_i64..30_000;
    let status = prop::sample::select(vec!["1", "2", "3", "4", "19", "20", "1", "2"]);
    let parts = prop::array::uniform5(prop_oneof![Just(0_i64), cents.clone()]);
    prop_oneof![
        6 => (0_u8..3, status, 0_u8..3, parts).prop_map(|(account, status, payer, parts)| {
            Happening::Answer { account, status, payer, parts }
        }),
        2 => (0_usize..6).prop_map(|back| Happening::Reversal { back }),
        2 => (0_u8..3, cents.clone()).prop_map(|(account, amount)| Happening::Patient { account, amount }),
        1 => (0_u8..3, 0_i64..50_000).prop_map(|(account, amount)| Happening::Charge { account, amount }),
        1 => (0_usize..6).prop_map(|back| Happening::Undo { back }),
        2 => (0_usize..6).prop_map(|back| Happening::Again { back }),
    ]
}

fn dollars(cents: i64) -> Money {
    Money::from_scaled(cents, 2)
}

/// A payment that answers one claim.
fn answer(trace: usize, account: u8, status: &str, payer: u8, parts: [i64; 5]) -> Remittance {
    let charge: i64 = parts.iter().sum();
    let mut text =
        format!("claim A{account} {status} {} {} P{trace}", dollars(charge), dollars(parts[0]));
    for (group, cents) in ["CO 45", "PR 2", "CO 16", "OA 23"].iter().zip(&parts[1..]) {
        if *cents != 0 {
            text.push_str(&format!("\n{group} {}", dollars(*cents)));
        }
    }
    remittance(&format!("PAYER{payer}"), &format!("T{trace}"), "2026-01-10", &text)
}

/// Plays a story; every posting settles its account, which proves conservation there.
fn play(story: &[Happening]) -> Book {
    let mut book = Book::new();
    let mut sent: Vec<(u8, u8, [i64; 5])> = Vec::new();
    let mut payments: Vec<Remittance> = Vec::new();
    let earlier = |len: usize, back: usize| len.checked_sub(back + 1);
    for (number, event) in story.iter().enumerate() {
        let id = format!("act {number}");
        match event {
            Happening::Answer { account, status, payer, parts } => {
                payments.push(answer(number, *account, status, *payer, *parts));
                sent.push((*account, *payer, *parts));
                post(&mut book, &payments[payments.len() - 1]);
            }
            Happening::Reversal { back } => {
                let Some(at) = earlier(sent.len(), *back) else { continue };
                let (account, payer, parts) = sent[at];
                let reversal = answer(number, account, "22", payer, parts.map(|cents| -cents));
                post(&mut book, &reversal);
                payments.push(reversal);
            }
            Happening::Patient { account, amount } => {
                let patient_control_number = Phi::new(format!("A{account}").into());
                let amount = dollars(*amount);
                let paid = PatientPaid { patient_control_number, amount, ..PatientPaid::default() };
                book.patient_paid(paid, &stamp(&id));
            }
            Happening::Charge { account, amount } => {
                let patient_control_number = Phi::new(format!("A{account}").into());
                let charge = dollars(*amount);
                let claim =
                    ClaimCharged { patient_control_number, charge, ..ClaimCharged::default() };
                book.charge(claim, &stamp(&id));
            }
            Happening::Undo { back } => {
                let Some(at) = earlier(book.entries().len(), *back) else { continue };
                let entry = book.entries()[at].id.clone();
                book.undo(&entry, "a mistake", &stamp(&id));
            }
            Happening::Again { back } => {
                let Some(at) = earlier(payments.len(), *back) else { continue };
                post(&mut book, &payments[at].clone());
            }
        }
    }
    book
}

fn pages(book: &Book) -> Vec<String> {
    let accounts = book.ledger().accounts().iter();
    accounts.map(|account| page(book, account.patient_control_number().reveal())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn money_is_conserved_and_no_balance_part_exceeds_the_whole(
        story in prop::collection::vec(happening(), 0..24)
    ) {
        let book = play(&story);
        for account in book.ledger().accounts() {
            let balance = account.balance();
            prop_assert!(balance.conserves());
            let owed = balance.insurance_balance.max(Money::ZERO);
            prop_assert!(balance.denied <= owed);
            let open = balance.insurance_balance + balance.patient_responsibility;
            prop_assert!(balance.patient_responsibility <= open.max(Money::ZERO));
            let on = common::day("2026-03-01");
            prop_assert_eq!(account.aging(on).total(), balance.patient_balance.max(Money::ZERO));
        }
    }

    #[test]
    fn replaying_the_journal_gives_the_same_ledger(
        story in prop::collection::vec(happening(), 0..24)
    ) {
        let book = play(&story);
        let again = Book::restore(book.entries().to_vec()).expect("nothing was changed");
        prop_assert_eq!(pages(&again), pages(&book));
        let kept = Book::read(&book.journal().bytes_after(0)).expect("nothing was changed");
        prop_assert_eq!(kept.entries(), book.entries());
    }

    #[test]
    fn posting_every_payment_twice_changes_nothing(
        answers in prop::collection::vec(
            (0_u8..3, prop::sample::select(vec!["1", "2", "4", "19"]), 0_u8..3,
             prop::array::uniform5(0_i64..30_000)), 1..8)
    ) {
        let mut book = Book::new();
        let make = |(at, (account, status, payer, parts)): (usize, &(u8, &'static str, u8, [i64; 5]))| {
            answer(at, *account, status, *payer, *parts)
        };
        let payments: Vec<_> = answers.iter().enumerate().map(make).collect();
        payments.iter().for_each(|payment| { post(&mut book, payment); });
        let (entries, before) = (book.entries().len(), pages(&book));
        for payment in &payments {
            prop_assert_eq!(post(&mut book, payment).posted, 0);
        }
        prop_assert_eq!(book.entries().len(), entries);
        prop_assert_eq!(pages(&book), before);
    }

    #[test]
    fn a_reversal_leaves_what_was_there_before(
        first in prop::array::uniform5(0_i64..30_000),
        second in prop::array::uniform5(0_i64..30_000)
    ) {
        let mut book = Book::new();
        post(&mut book, &answer(1, 0, "1", 0, first));
        let before = pages(&book);
        post(&mut book, &answer(2, 0, "2", 1, second));
        post(&mut book, &answer(3, 0, "22", 1, second.map(|cents| -cents)));
        // The second payer's claim is open again; where nothing was charged before, its charge is
        // known now.
        if first.iter().sum::<i64>() != 0 {
            prop_assert_eq!(pages(&book), before);
        }
    }

    #[test]
    fn primary_and_secondary_in_either_order_give_one_account(
        paid in 0_i64..10_000, off in 0_i64..10_000, left in 1_i64..10_000, share in 0_i64..=100
    ) {
        let primary = answer(1, 0, "1", 0, [paid, off, left, 0, 0]);
        let second = left * share / 100;
        let secondary = answer(2, 0, "2", 1, [second, 0, left - second, 0, paid + off]);
        let (mut one, mut other) = (Book::new(), Book::new());
        post(&mut one, &primary);
        post(&mut one, &secondary);
        post(&mut other, &secondary);
        post(&mut other, &primary);
        prop_assert_eq!(pages(&one), pages(&other));
        let balance = *one.account("A0").expect("posted").balance();
        prop_assert_eq!(balance.contractual_adjustments, dollars(off));
        prop_assert_eq!(balance.insurance_payments, dollars(paid + second));
        prop_assert_eq!(balance.patient_balance, dollars(left - second));
        prop_assert_eq!(balance.insurance_balance, Money::ZERO);
    }

    #[test]
    fn any_change_to_any_entry_is_found(
        story in prop::collection::vec(happening(), 4..16),
        place in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>()
    ) {
        let entries = play(&story).entries().to_vec();
        prop_assume!(!entries.is_empty());
        let (place, other) = (place.index(entries.len()), other.index(entries.len()));
        let mut changed: Vec<Entry> = entries.clone();
        changed[place].event = entries[other].event.clone();
        let same = changed[place].event == entries[place].event;
        prop_assert_eq!(Book::restore(changed).is_ok(), same);
    }
}
