//! Pages: what does a clerk read of a claim, from charge to statement?
//!
//! ```text
//! charge   L1  150.00
//! paid     L1   80.00  FIRST
//! adjust   L1   30.00  CO-45
//! owes     patient 40.00  payers 0.00
//! ```

use std::fmt::Write;

use superbill::accounts::{ClaimPosted, Event, PatientPaid, PostedAdjustment};
use superbill::documents::Owed;
use superbill::model::{ClaimBatch, ClaimKind, Procedure, ServiceLine};
use superbill::types::{Date, Money, Phi, Quantity};
use superbill_simulator::{Denial, Identity, Payer, Recovery, Scenario, claims};

use super::{ANSWERED, Journey, accepted, remittances};

fn money(text: &str) -> Money {
    text.parse().expect("a test writes amounts well")
}

/// A claim of a patient with two coverages, with a line for each procedure and charge.
fn claim(lines: &[(&str, &str)]) -> (ClaimBatch, String) {
    let seeds = (0..).map(|seed| claims::random_of(ClaimKind::Professional, seed));
    let two = |batch: &ClaimBatch| batch.claims[0].other_coverages.len() == 1;
    let mut batch = seeds.into_iter().find(two).expect("most have two");
    batch.claims.truncate(1);
    let claim = &mut batch.claims[0];
    let template = claim.lines[0].clone();
    let line = |(code, charge): &(&str, &str)| ServiceLine {
        procedure: Some(Procedure {
            qualifier: "HC".into(),
            code: (*code).into(),
            ..Procedure::default()
        }),
        charge_amount: Some(money(charge)),
        units: Some(Quantity::from_scaled(1, 0)),
        drug: None,
        ..template.clone()
    };
    claim.lines = lines.iter().map(line).collect();
    claim.charge_amount = Some(claim.lines.iter().filter_map(|line| line.charge_amount).sum());
    let number = claim.patient_control_number.reveal().clone();
    (batch, number.to_string())
}

/// A payer that allows these rates.
fn payer(name: &str, rates: &[(&str, &str)]) -> Payer {
    let mut scenario = Scenario::default();
    let digit = name.len() % 10;
    scenario.payer = Identity { name: name.into(), number: format!("198765432{digit}").into() };
    scenario.rates.procedures =
        rates.iter().map(|(code, rate)| ((*code).into(), money(rate))).collect();
    Payer::new(1, scenario)
}

impl Journey {
    /// Sends claims to a payer and posts its answer; gives the remittance.
    fn answer(&mut self, payer: &mut Payer, sent: &[u8]) -> Vec<u8> {
        let answers = payer.answer(sent, ANSWERED).expect("X12");
        accepted(&answers, sent);
        self.post(&answers.remittance_835);
        answers.remittance_835
    }

    /// The ledger of an account.
    fn page(&self, number: &str) -> String {
        let account = self.book.book().account(number).expect("the account is there");
        let mut page = String::new();
        let mut row = |word: &str, line: &str, amount: Money, text: &str| {
            let row = format!("{word:<8} {line:<2} {:>8}  {text}", amount.to_string());
            let _ = writeln!(page, "{}", row.trim_end());
        };
        for entry in account.entries(self.book.entries(0)) {
            match &entry.event {
                Event::ClaimCharged(event) => {
                    for (at, line) in (1..).zip(&event.lines) {
                        row("charge", &format!("L{at}"), line.charge, "");
                    }
                }
                Event::ClaimPosted(event) => answered(event, &mut row),
                Event::PatientPaid(event) => row("received", "", event.amount, "patient"),
                _ => {}
            }
        }
        let balance = account.balance();
        let (patient, payers) = (balance.patient_balance, balance.insurance_balance);
        let _ = writeln!(page, "owes     patient {patient}  payers {payers}");
        page
    }

    #[track_caller]
    fn reads(&self, number: &str, expected: &str) {
        let words = |text: &str| -> Vec<String> {
            let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
            lines.map(|words| words.join(" ")).filter(|line| !line.is_empty()).collect()
        };
        let page = self.page(number);
        assert_eq!(words(&page), words(expected), "\n{page}");
    }

    /// What the patient's statement asks for.
    fn asked(&self) -> Option<Money> {
        let on: Date = ANSWERED.parse().expect("a day");
        match self.book.statements(on, None)[0].owed {
            Owed::Due { amount, .. } => Some(amount),
            _ => None,
        }
    }
}

fn answered(event: &ClaimPosted, row: &mut impl FnMut(&str, &str, Money, &str)) {
    let told =
        |row: &mut dyn FnMut(&str, &str, Money, &str), at: &str, list: &[PostedAdjustment]| {
            for one in list {
                row("adjust", at, one.amount, &format!("{}-{}", one.group, one.reason));
            }
        };
    for (at, line) in (1..).zip(&event.services) {
        let at = format!("L{at}");
        row("paid", &at, line.paid.unwrap_or_default(), &event.payer.name);
        told(row, &at, &line.adjustments);
    }
    if event.services.is_empty() {
        row("paid", "", event.paid, &event.payer.name);
    }
    told(row, "", &event.adjustments);
}

#[test]
fn two_payers_and_a_statement() {
    let (batch, number) = claim(&[("99213", "150.00"), ("71046", "100.00")]);
    let mut first = payer("FIRST", &[("99213", "120.00"), ("71046", "60.00")]);
    first.scenario.cost_share.deductible = money("50.00");
    first.scenario.cost_share.coinsurance_percent = 20;
    let mut second = payer("SECOND", &[("99213", "110.00"), ("71046", "60.00")]);
    second.scenario.cost_share.copay = money("15.00");
    let mut journey = Journey::default();

    let sent = journey.charge(&batch);
    let told = journey.answer(&mut first, &sent);
    journey.reads(
        &number,
        "charge   L1  150.00
         charge   L2  100.00
         paid     L1   56.00  FIRST
         adjust   L1   30.00  CO-45
         adjust   L1   50.00  PR-1
         adjust   L1   14.00  PR-2
         paid     L2   48.00  FIRST
         adjust   L2   40.00  CO-45
         adjust   L2   12.00  PR-2
         owes     patient 76.00  payers 0.00",
    );

    let (sent, reasons) = journey.next(&sent, &told);
    assert!(reasons.is_empty());
    journey.answer(&mut second, &sent);
    journey.reads(
        &number,
        "charge   L1  150.00
         charge   L2  100.00
         paid     L1   56.00  FIRST
         adjust   L1   30.00  CO-45
         adjust   L1   50.00  PR-1
         adjust   L1   14.00  PR-2
         paid     L2   48.00  FIRST
         adjust   L2   40.00  CO-45
         adjust   L2   12.00  PR-2
         paid     L1   64.00  SECOND
         adjust   L1   86.00  OA-23
         paid     L2   12.00  SECOND
         adjust   L2   88.00  OA-23
         owes     patient 0.00  payers 0.00",
    );
    assert_eq!(journey.asked(), None);
}

#[test]
fn a_line_denied_and_then_paid() {
    let (batch, number) = claim(&[("99213", "150.00"), ("71046", "100.00")]);
    let mut first = payer("FIRST", &[("99213", "120.00"), ("71046", "60.00")]);
    first.scenario.cost_share.copay = money("20.00");
    first.scenario.chances.deny_line = 100;
    first.scenario.denials = vec![Denial::of("CO", "16", Some("M51"))];
    let mut journey = Journey::default();
    let sent = journey.charge(&batch);
    journey.answer(&mut first, &sent);
    journey.reads(
        &number,
        "charge   L1  150.00
         charge   L2  100.00
         paid     L1    0.00  FIRST
         adjust   L1  150.00  CO-16
         paid     L2    0.00  FIRST
         adjust   L2  100.00  CO-16
         owes     patient 0.00  payers 250.00",
    );

    first.scenario.chances.deny_line = 0;
    journey.post(&first.correct(&number, ANSWERED));
    journey.reads(
        &number,
        "charge   L1  150.00
         charge   L2  100.00
         paid     L1    0.00  FIRST
         adjust   L1  150.00  CO-16
         paid     L2    0.00  FIRST
         adjust   L2  100.00  CO-16
         paid     L1    0.00  FIRST
         adjust   L1 -150.00  CO-16
         paid     L2    0.00  FIRST
         adjust   L2 -100.00  CO-16
         paid     L1  100.00  FIRST
         adjust   L1   30.00  CO-45
         adjust   L1   20.00  PR-3
         paid     L2   60.00  FIRST
         adjust   L2   40.00  CO-45
         owes     patient 20.00  payers 0.00",
    );
    assert_eq!(journey.asked(), Some(money("20.00")));
    let by = journey.by();
    let paid = PatientPaid {
        patient_control_number: Phi::new(number.clone().into()),
        amount: money("20.00"),
        ..PatientPaid::default()
    };
    assert_eq!(journey.book.patient_paid(paid, &by).posted, 1);
    assert!(
        journey
            .page(&number)
            .ends_with("received       20.00  patient\nowes     patient 0.00  payers 0.00\n")
    );
    assert_eq!(journey.asked(), None);
}

/// What each payment and its provider adjustments come to when money is taken back.
#[test]
fn money_paid_in_error_comes_back() {
    for (recovery, expected) in [
        (Recovery::Net, ["100.00", "0.00 FB -100.00", "20.00 FB 100.00"]),
        (Recovery::Later, ["100.00", "0.00 WO -100.00", "20.00 WO 100.00"]),
    ] {
        let mut first = payer("FIRST", &[("99213", "100.00"), ("71046", "120.00")]);
        first.scenario.recovery = recovery;
        let mut journey = Journey::default();
        let (batch, number) = claim(&[("99213", "150.00")]);
        let sent = journey.charge(&batch);
        let paid = journey.answer(&mut first, &sent);
        let taken = first.take_back(&number, ANSWERED);
        journey.post(&taken);
        journey.reads(
            &number,
            "charge   L1  150.00
             paid     L1  100.00  FIRST
             adjust   L1   50.00  CO-45
             paid     L1 -100.00  FIRST
             adjust   L1  -50.00  CO-45
             owes     patient 0.00  payers 150.00",
        );
        let (mut batch, _) = claim(&[("71046", "200.00")]);
        batch.claims[0].patient_control_number = Phi::new("ANOTHER".into());
        let sent = journey.charge(&batch);
        let next = journey.answer(&mut first, &sent);
        let told = [paid, taken, next].map(|bytes| {
            let one = &remittances(&bytes)[0];
            let mut text = one.payment_amount.unwrap_or_default().to_string();
            for moved in &one.provider_adjustments {
                let _ = write!(text, " {} {}", moved.reason, moved.amount.unwrap_or_default());
            }
            text
        });
        assert_eq!(told, expected);
    }
}
