//! Sample statements: what do the golden files show? All people and places are made up.

use superbill_documents::{
    AgeBucket, Amounts, Language, Owed, Practice, Reason, Recipient, Shares, Statement,
    StatementLine, Totals, Visit, story,
};
use superbill_model::Procedure;
use superbill_types::{Date, Money, Phi, Quantity};

/// Hundredths of a dollar.
pub(crate) fn cents(value: i64) -> Money {
    Money::from_scaled(value, 2)
}

fn day(month: u32, day: u32) -> Date {
    Date::new(2026, month, day).expect("a day")
}

/// Charge, paid, discount, other, waiting, part.
fn amounts([charge, paid, discount, other, waiting, part]: [i64; 6]) -> Amounts {
    Amounts {
        charge: cents(charge),
        plan_paid: cents(paid),
        discount: cents(discount),
        other: cents(other),
        with_insurance: cents(waiting),
        your_part: cents(part),
    }
}

fn line(code: &str, modifiers: &[&str], name: &str, units: i64, of: [i64; 6]) -> StatementLine {
    StatementLine {
        date: None,
        procedure: Procedure {
            qualifier: "HC".into(),
            code: code.into(),
            modifiers: modifiers.iter().map(|&m| m.into()).collect(),
            description: (!name.is_empty()).then(|| name.into()),
            code_range_end: None,
        },
        units: Some(Quantity::from_scaled(units, 0)),
        amounts: amounts(of),
    }
}

fn reason(label: &str, sentence: &str, amount: i64) -> Reason {
    Reason { label: label.into(), sentence: sentence.into(), amount: cents(amount) }
}

fn told(mut visit: Visit) -> Visit {
    visit.story = story(&visit, Language::English);
    visit
}

fn practice() -> Practice {
    Practice {
        name: "Larkspur Family Clinic".into(),
        address: vec!["410 Orchard Road".into(), "Springfield, IL 62704".into()],
        phone: Some("(555) 010-0142".into()),
        payment_instructions: vec![
            "By mail: send a check made out to Larkspur Family Clinic to the address above.".into(),
            "By phone: call (555) 010-0142, Monday to Friday, 8 am to 5 pm.".into(),
        ],
    }
}

fn base() -> Statement {
    Statement {
        language: Language::English,
        date: day(3, 31),
        practice: practice(),
        patient: Recipient {
            name: Phi::new("Juniper Sample".into()),
            address: Some(Phi::new(vec!["7 Made Up Lane".into(), "Springfield, IL 62704".into()])),
        },
        account: Phi::new("A-10442".into()),
        owed: Owed::Nothing,
        totals: Totals::default(),
        shares: Shares::default(),
        visits: Vec::new(),
        aging: Vec::new(),
    }
}

fn first_visit() -> Visit {
    told(Visit {
        from: Some(day(1, 14)),
        to: Some(day(1, 14)),
        payers: vec!["Prairie Sample Health".into()],
        control_number: Phi::new("LFC-2026-0117".into()),
        lines: vec![
            line("99213", &["25"], "Office visit", 1, [12_500, 6_000, 3_500, 0, 0, 3_000]),
            line("36415", &[], "Blood draw", 1, [1_800, 900, 900, 0, 0, 0]),
            line("80053", &["QW", "59"], "", 2, [9_400, 3_400, 5_000, 0, 0, 1_000]),
        ],
        amounts: amounts([23_700, 10_300, 9_400, 0, 0, 4_000]),
        reasons: vec![
            reason("Copay", "A set amount your plan asks you to pay for each office visit.", 3_000),
            reason(
                "Coinsurance",
                "The share of the cost that you and your plan split after the deductible.",
                1_000,
            ),
            reason(
                "Plan discount",
                "Your plan and our clinic agreed on a lower price. You do not pay this.",
                9_400,
            ),
        ],
        patient_paid: cents(3_000),
        you_owe: cents(1_000),
        ..Visit::default()
    })
}

fn deductible_visit() -> Visit {
    told(Visit {
        from: Some(day(2, 9)),
        to: Some(day(2, 11)),
        payers: vec!["Prairie Sample Health".into(), "Second Sample Plan".into()],
        control_number: Phi::new("LFC-2026-0203".into()),
        lines: vec![
            StatementLine {
                date: Some(day(2, 9)),
                ..line(
                    "97110",
                    &["GP"],
                    "Exercise therapy",
                    2,
                    [14_000, 2_500, 3_000, 500, 0, 8_000],
                )
            },
            StatementLine {
                date: Some(day(2, 11)),
                ..line(
                    "97140",
                    &["GP", "59"],
                    "Hands-on therapy",
                    1,
                    [6_500, 1_500, 1_500, 0, 0, 3_500],
                )
            },
        ],
        amounts: amounts([20_500, 4_000, 4_500, 500, 0, 11_500]),
        reasons: vec![reason(
            "Deductible",
            "The amount you pay each year before your plan starts to share the cost.",
            11_500,
        )],
        you_owe: cents(11_500),
        ..Visit::default()
    })
}

fn waiting_visit() -> Visit {
    told(Visit {
        from: Some(day(3, 18)),
        payers: vec!["Prairie Sample Health".into()],
        control_number: Phi::new("LFC-2026-0311".into()),
        lines: vec![line("99214", &[], "Office visit, longer", 1, [18_000, 0, 0, 0, 18_000, 0])],
        amounts: amounts([18_000, 0, 0, 0, 18_000, 0]),
        ..Visit::default()
    })
}

/// Three visits: one nearly paid, one under the deductible, one with the plan.
pub(crate) fn due() -> Statement {
    Statement {
        owed: Owed::of(cents(12_500), Some(day(4, 30))),
        totals: Totals {
            charges: cents(62_200),
            insurance_paid: cents(14_300),
            discounts: cents(13_900),
            other_adjustments: cents(500),
            patient_payments: cents(3_000),
            with_insurance: cents(18_000),
        },
        shares: Shares {
            insurance_paid: 230,
            discounts: 223,
            other_adjustments: 8,
            patient_payments: 48,
            with_insurance: 290,
            due: 201,
        },
        visits: vec![first_visit(), deductible_visit(), waiting_visit()],
        aging: vec![
            AgeBucket { from_days: 0, to_days: Some(30), amount: Money::ZERO },
            AgeBucket { from_days: 31, to_days: Some(60), amount: cents(11_500) },
            AgeBucket { from_days: 61, to_days: Some(90), amount: cents(1_000) },
            AgeBucket { from_days: 91, to_days: None, amount: Money::ZERO },
        ],
        ..base()
    }
}

/// Paid in full by the plan.
pub(crate) fn nothing_due() -> Statement {
    let visit = told(Visit {
        from: Some(day(3, 3)),
        payers: vec!["Prairie Sample Health".into()],
        control_number: Phi::new("LFC-2026-0288".into()),
        lines: vec![line("99213", &[], "Office visit", 1, [12_500, 8_000, 4_500, 0, 0, 0])],
        amounts: amounts([12_500, 8_000, 4_500, 0, 0, 0]),
        ..Visit::default()
    });
    Statement {
        patient: Recipient { name: Phi::new("Alder Example".into()), address: None },
        account: Phi::new("A-10517".into()),
        totals: Totals {
            charges: cents(12_500),
            insurance_paid: cents(8_000),
            discounts: cents(4_500),
            ..Totals::default()
        },
        shares: Shares { insurance_paid: 640, discounts: 360, ..Shares::default() },
        visits: vec![visit],
        ..base()
    }
}

/// The plan took its payment back and paid again; the patient had paid too much.
pub(crate) fn credit() -> Statement {
    let visit = told(Visit {
        from: Some(day(2, 20)),
        payers: vec!["Prairie Sample Health".into()],
        control_number: Phi::new("LFC-2026-0240".into()),
        lines: vec![
            line("99215", &[], "Office visit, long", 1, [125_000, 105_000, 20_000, 0, 0, 0]),
            line("J1100", &[], "Medicine given", 4, [-2_000, -1_500, -500, 0, 0, 0]),
        ],
        amounts: amounts([123_000, 103_500, 19_500, 0, 0, 0]),
        patient_paid: cents(2_000),
        you_owe: cents(-2_000),
        ..Visit::default()
    });
    Statement {
        practice: Practice { phone: None, payment_instructions: Vec::new(), ..practice() },
        patient: Recipient { name: Phi::new("Rowan Placeholder".into()), address: None },
        account: Phi::new("A-10533".into()),
        owed: Owed::of(cents(-2_000), None),
        totals: Totals {
            charges: cents(123_000),
            insurance_paid: cents(103_500),
            discounts: cents(19_500),
            patient_payments: cents(2_000),
            ..Totals::default()
        },
        shares: Shares {
            insurance_paid: 828,
            discounts: 156,
            patient_payments: 16,
            ..Shares::default()
        },
        visits: vec![visit],
        ..base()
    }
}

/// Values that try to be something else: markup, a terminal's escape, a direction mark, long words.
pub(crate) fn hostile() -> Statement {
    let mut statement = nothing_due();
    statement.practice.name = "</style><script>alert(1)</script> & Sons \"Ltd\"".into();
    statement.practice.address = vec!["\u{1b}[2J\u{202e}Street\r\nTown".into()];
    statement.patient.name = Phi::new("<img src=x onerror='x'>".into());
    statement.account = Phi::new("{amount}{practice}".into());
    let visit = &mut statement.visits[0];
    visit.payers = vec!["\"><b>Plan".into()];
    visit.control_number = Phi::new("W".repeat(200));
    visit.lines[0].procedure.description = Some("<td>".into());
    visit.lines[0].amounts.charge = "99999999999999999999.99".parse().expect("an amount");
    visit.reasons = vec![reason("<i>", "'\"<&>", 1)];
    visit.story = story(visit, Language::English);
    statement
}
