//! Payer rules: are they read, judged, tested and stopped as their page says?

#![cfg(feature = "payer-rules")]
#![allow(clippy::panic, reason = "a test that cannot go on says why")]

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::{Value, json};
use superbill_codes::CodeBooks;
use superbill_edits::payer::PayerRules;
use superbill_edits::{Change, Context, Ruleset, Setting};
use superbill_model::ClaimBatch;
use superbill_types::{Date, Findings};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A rule file for every payer with one rule about lines.
fn rules(when: &str, more: &str) -> String {
    format!(
        "title = \"Test\"\nprefix = \"TST\"\npayers = \"any\"\n\n[[rule]]\nid = \"TST-01\"\n\
         name = \"test\"\neach = \"line\"\nwhen = '''{when}'''\nmessage = \"wrong\"\n\
         help = \"Mend it.\"\n{more}\n"
    )
}

fn read(text: &str) -> PayerRules {
    PayerRules::read(text).unwrap_or_else(|error| panic!("{error}"))
}

fn base() -> Value {
    let text = fs::read_to_string(folder().join("examples/professional.json")).expect("a claim");
    serde_json::from_str(&text).expect("JSON")
}

fn check_with(rules: &PayerRules, batch: Value, ruleset: &Ruleset) -> Findings {
    let batch: ClaimBatch = serde_json::from_value(batch).expect("a batch");
    let books = CodeBooks::default();
    let today = Date::new(2026, 3, 20).expect("a day");
    rules.check(&batch, &Context { today, books: &books, history: &[], ruleset })
}

fn check(rules: &PayerRules, batch: Value) -> Findings {
    check_with(rules, batch, &Ruleset::default())
}

fn told(findings: &Findings) -> Vec<String> {
    let lines = findings.kept().iter();
    lines.map(|it| format!("{} {}: {}", it.rule.id, it.location.path, it.message())).collect()
}

/// What a condition over the first line comes to: whether the rule finds, or what it tells instead.
fn judge(when: &str) -> Result<bool, String> {
    let rules = read(&rules(when, ""));
    if let Some(problem) = rules.problems().first() {
        return Err(problem.to_string());
    }
    let findings = check(&rules, base());
    match findings.kept().first() {
        None => Ok(false),
        Some(finding) if finding.rule.id == "TST-01" => Ok(true),
        Some(finding) => Err(finding.message()),
    }
}

#[test]
fn the_example_payers_are_as_they_tell() {
    for name in ["evergreen-community-health", "harborline-commercial"] {
        let path = folder().join("payers").join(name).with_extension("rules");
        let rules = read(&fs::read_to_string(path).expect("a rule file"));
        let report = rules.test();
        assert!(report.is_whole(), "{name}:\n{report}");
        assert!(report.rules == 5 && report.examples > 12, "{report}");
    }
}

#[test]
fn conditions_mean_what_cel_says() {
    let holds = [
        "line.units == '1'",
        "claim.lines.size() == 2 && size(claim.lines) == 2",
        "cents(claim.chargeAmount) == sum(claim.lines.map(l, cents(l.chargeAmount)))",
        "cents('0.1') + cents('0.2') == cents('0.30')",
        "cents('-1.5') == -150 && dollars(-150) == '-1.50'",
        "!has(line.emergency) && line.emergency == null",
        "!has(claim.admission.source) && claim.admission.source == null",
        "claim.references.all(r, false) && !claim.references.exists(r, true)",
        "claim.diagnoses.exists_one(d, d.code == 'J069')",
        "claim.diagnoses.map(d, d.qualifier == 'ABF', d.code) == ['R0981']",
        "claim.diagnoses.filter(d, d.code.startsWith('R'))[0].code.endsWith('81')",
        "'25' in claim.lines[0].procedure.modifiers",
        "line.units > 1 || true",
        "!(line.units > 1 && false)",
        "[1, 2].exists(x, line.units > x || x == 2)",
        "serviceDay == '2026-03-10' && today == '2026-03-20' && days(serviceDay, today) == 10",
        "int(line.units) * 7 / 2 % 2 - 1 == 0",
        "batch.submitter.identifier.value == 'PSB001'",
        "string(12) + 'x' == '12x' && 'abc'.contains('bc') && 'abc'.size() == 3",
        "(true ? 1 : 2) == 1 && 1 != '1'",
        "[1, 2] + [3] == [1, 2, 3]",
        "[[1], [2]].all(x, x.exists(y, y in x))",
    ];
    for when in holds {
        assert_eq!(judge(when), Ok(true), "{when}");
    }
}

#[test]
fn what_cannot_be_judged_is_told_and_not_passed_over() {
    let wrong = [
        ("line.units > 1", "two numbers or two texts"),
        ("cents(line.nonCoveredAmount) > 1", "absent"),
        ("line.nonCoveredAmount > '1'", "has(...)"),
        ("cents('1.005') > 1", "finer than a cent"),
        ("cents('RIVERA') > 1", "takes an amount"),
        ("9223372036854775807 + 1 > 0", "too large"),
        ("1 / 0 == 1", "by nothing"),
        ("claim.lines[2].units == '1'", "no such item"),
        ("claim.lines[-1].units == '1'", "no such item"),
        ("line.units", "neither"),
        ("claim == claim", "not compared"),
        ("claim.lines.code == '1'", "a list has no fields"),
    ];
    for (when, problem) in wrong {
        let told = judge(when).expect_err(when);
        assert!(told.contains(problem) && !told.contains("RIVERA"), "{when}: {told}");
    }
}

#[test]
fn a_rule_that_cannot_be_read_is_told_with_its_place() {
    let wrong = [
        ("line.units ==", 9, "Syntax error"),
        ("\nline.units == '1'\n&& line.unitz == '2'", 11, "`unitz`"),
        ("1.5 > 1", 9, "cents"),
        ("liner.units == '1'", 9, "nothing is called `liner`"),
        ("line.units.matches('x')", 9, "no function"),
        ("size(line, line)  == 1", 9, "takes 1 values, not 2"),
        ("{'a': 1} == null", 9, "maps"),
        ("'\u{e9}' == ''", 9, "plain"),
    ];
    for (when, line, problem) in wrong {
        let rules = read(&rules(when, ""));
        let [found] = rules.problems() else { panic!("{when}: {:?}", rules.problems()) };
        assert_eq!((found.rule.as_str(), found.line), ("TST-01", line), "{when}: {found}");
        assert!(found.problem.contains(problem), "{when}: {found}");
        let findings = check(&rules, base());
        assert!(told(&findings)[0].starts_with("PRU-01 : Rule TST-01 of Test did not run"));
        assert!(!rules.test().is_whole());
    }
    let rules = read(&rules("line.units == '1' && line.unitz == '2'", ""));
    assert_eq!(rules.problems()[0].column, "when = '''line.units == '1' && line.u".len());
}

#[test]
fn the_others_run_on() {
    let second = "[[rule]]\nid = \"TST-02\"\nname = \"other\"\nwhen = \"true\"\n\
        message = \"always\"\nhelp = \"Nothing.\"";
    let findings = check(&read(&rules("line.unitz == 1", second)), base());
    let told = told(&findings);
    assert!(told.len() == 2 && told[1] == "TST-02 claims[0]: always", "{told:?}");
    let hostile = format!("{}.size() > 0", doubled(30));
    let findings = check(&read(&rules(&hostile, second)), base());
    let told = self::told(&findings);
    assert!(told.len() == 2 && told[0].starts_with("PRU-03"), "{told:?}");
}

/// Text that doubles with every step.
fn doubled(times: usize) -> String {
    format!("['0123456789abcdef']{}", ".map(x, x + x)".repeat(times))
}

#[test]
fn hostile_rules_are_stopped() {
    let lists = "[0,1,2,3,4,5,6,7,8,9]";
    let nested = (0..12).fold("true".to_owned(), |inner, n| format!("{lists}.all(x{n}, {inner})"));
    let absorbed = (0..12).fold("1 / 0 == 1".to_owned(), |inner, n| {
        format!("{lists}.exists(x{n}, {inner} || false)")
    });
    let growing = format!("[[1]]{}.size() == 1", ".map(x, x + x)".repeat(40));
    let (ten, long) = ("[0,1,2,3,4,5,6,7,8,9]", doubled(15));
    // Handing on a long text costs nothing; looking at it does.
    let looked = format!(
        "[{long}].all(list, {ten}.all(a, {ten}.all(b, {ten}.all(c, list.all(d, d.size() > 1)))))"
    );
    let compared = format!("[{long}].all(a, {ten}.all(b, {ten}.all(c, {ten}.all(d, a == a))))");
    for when in
        [nested, absorbed, growing, looked, compared, format!("{}.size() == 1", doubled(60))]
    {
        let problem = judge(&when).expect_err("a rule that runs too long");
        assert!(problem.contains("ran too long"), "{problem}");
    }
    let deep = [
        "!",
        "-",
        "(",
        "[",
        "a.",
        "1+",
        "size(",
        "true?1:",
        "true&&",
        "'a'.size().",
        "a.b(",
        "1||1&&1==1+1*-(",
        "[1].map(x,",
        "true?[1].all(x,1<[",
        "has(a.b.c[",
    ];
    for part in deep {
        for count in [100, 500, 1_900] {
            let _ = judge(&part.repeat(count / part.len()));
            let closed =
                format!("{}1{}", part.repeat(count / part.len() / 2), ")".repeat(count / 4));
            let _ = judge(&closed);
        }
    }
    assert!(judge(&"x".repeat(3_000)).expect_err("long").contains("characters"));
}

#[test]
fn a_finding_tells_codes_and_amounts_and_nobody() {
    let facts = "facts = { a = \"line.procedure.code\", b = \"line.chargeAmount\", \
        c = \"claim.lines.map(l, l.units)\", d = \"claim.diagnoses.map(d, d.code)\", e = \"serviceDay\", \
        f = \"claim.lines\", g = \"claim\" }";
    let text = rules("true", facts).replace("\"wrong\"", "\"{a} {b} {c} {d} {e} {f} {g}\"");
    let mut batch = base();
    let findings = check(&read(&text), batch.clone());
    assert_eq!(
        told(&findings)[0],
        "TST-01 claims[0].lines[0]: 99213 140.00 1, 1 J069, R0981 2026-03-10 \
         what stands here, what stands here what stands here"
    );
    batch["claims"][0]["lines"][0]["procedure"]["code"] = json!("Quillfeather");
    batch["claims"][0]["diagnoses"][0]["code"] = json!("RIVERA");
    for line in told(&check(&read(&text), batch)) {
        assert!(!line.contains("Quill") && !line.contains("RIVERA"), "{line}");
    }
    for fact in [
        "claim.coverage.subscriber.name.lastName",
        "claim.references[0].value",
        "claim.patientControlNumber",
        "claim.coverage.subscriber.demographics.birthDate",
        "line.controlNumber",
    ] {
        let facts = format!("facts = {{ a = '''{fact}''' }}");
        let text = rules("true", &facts).replace("\"wrong\"", "\"{a}\"");
        let rules = read(&text);
        assert!(rules.problems()[0].problem.contains("may identify"), "{:?}", rules.problems());
    }
}

#[test]
fn the_head_and_its_rules_are_proved() {
    let good = rules("true", "");
    let heads = [
        ("title = \"Test\"", "titel = \"Test\"", "`titel` is none of"),
        ("prefix = \"TST\"", "prefix = \"CLM\"", "none of Superbill's own"),
        ("prefix = \"TST\"", "prefix = \"t\"", "capital letters"),
        ("payers = \"any\"", "payers = []", "name the payers"),
        ("payers = \"any\"", "payers = [1]", "list of short texts"),
        ("[[rule]]", "[rule]", "list of tables"),
        ("id = \"TST-01\"", "id = ", "string values must be quoted"),
    ];
    for (from, to, problem) in heads {
        let error = PayerRules::read(&good.replace(from, to)).expect_err(to).to_string();
        assert!(error.contains(problem), "{to}: {error}");
    }
    let of_rule = [
        ("id = \"TST-01\"", "id = \"CLM-01\"", "an id is TST-"),
        ("each = \"line\"", "each = \"lines\"", "one of claim, line"),
        ("each = \"line\"", "eech = \"line\"", "`eech` is none of"),
        ("message = \"wrong\"", "message = \"{x}\"", "no fact is called `x`"),
        ("message = \"wrong\"", "", "`message = \"...\"` is missing"),
        ("each = \"line\"", "from = \"March\"", "is a day"),
        ("each = \"line\"", "path = \"lines[0].biller\"", "`biller`"),
        ("each = \"line\"", "passes = [{ change = { a = 1.5 } }]", "as texts"),
    ];
    for (from, to, problem) in of_rule {
        let rules = read(&good.replace(from, to));
        let Some(found) = rules.problems().first() else { panic!("{to} was read") };
        assert!(found.problem.contains(problem), "{to}: {found}");
    }
}

#[test]
fn a_ruleset_changes_a_payer_rule_and_other_payers_are_left_alone() {
    let text = rules("true", "");
    let off = Change {
        rule: "TST-01".to_owned(),
        payer: None,
        setting: Setting::Off,
        reason: "tried".to_owned(),
    };
    let ruleset = Ruleset { changes: vec![off], ..Ruleset::default() };
    assert_eq!(check_with(&read(&text), base(), &ruleset).total(), 0);
    assert_eq!(check(&read(&text), base()).total(), 2);
    let other = text.replace("\"any\"", "[\"OTHER\"]");
    assert_eq!(check(&read(&other), base()).total(), 0);
}

#[test]
fn a_long_claim_is_judged() {
    let path = folder().join("payers/harborline-commercial.rules");
    let text = fs::read_to_string(path).expect("a rule file").replace("\"HBL77\"", "\"EHP01\"");
    let mut batch = base();
    let line = batch["claims"][0]["lines"][0].clone();
    batch["claims"][0]["lines"] = vec![line; 50].into();
    let told = told(&check(&read(&text), batch));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("HBL-04 claims[0].lines: 50 office visits"), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,200}") {
        let _ = PayerRules::read(&text);
    }

    #[test]
    fn any_change_of_a_file_is_read_or_refused(
        from in 0_usize..5_000,
        length in 0_usize..60,
        put in "[ -~\n]{0,8}",
    ) {
        let path = folder().join("payers/harborline-commercial.rules");
        let text = fs::read_to_string(path).expect("a rule file");
        let letter = |at: usize| (at..text.len()).find(|&at| text.is_char_boundary(at));
        let (from, to) = (letter(from), letter(from + length));
        let (from, to) = (from.unwrap_or(text.len()), to.unwrap_or(text.len()));
        if let Ok(rules) = PayerRules::read(&[&text[..from], &put, &text[to..]].concat()) {
            let _ = (check(&rules, base()), rules.test());
        }
    }

    #[test]
    fn any_expression_is_judged_or_refused(
        parts in prop::collection::vec(prop::sample::select(PARTS), 1..25),
        loose in "[ -~\n]{0,12}",
        at in 0_usize..25,
    ) {
        let mut parts: Vec<&str> = parts;
        parts.insert(at.min(parts.len()), &loose);
        let source = parts.concat().replace("'''", "'");
        if let Ok(rules) = PayerRules::read(&rules(&source, "")) {
            let findings = check(&rules, base());
            prop_assert!(findings.total() <= 2 || rules.problems().is_empty());
        }
    }
}

const CASES: u32 = 500;

const PARTS: &[&str] = &[
    "claim",
    "line",
    "batch",
    "today",
    "serviceDay",
    ".lines",
    ".units",
    ".procedure",
    ".code",
    "[0]",
    "[-1]",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    "?",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    " in ",
    ".exists(x, ",
    ".all(y, ",
    ".map(z, ",
    ".filter(x, ",
    ".exists_one(x, ",
    "x",
    "y",
    "has(",
    "size(",
    "cents(",
    "dollars(",
    "sum(",
    "days(",
    "int(",
    "string(",
    "'a'",
    "\"1.50\"",
    "1",
    "9223372036854775807",
    "0x7f",
    "1u",
    "1.5",
    "1e999",
    "b'a'",
    "r'\\'",
    "'\\u12'",
    "'\\x4",
    "true",
    "false",
    "null",
    "//",
    "`a`",
    ".?",
    ".startsWith(",
    ".contains('",
    "\n",
    "\"\"\"",
    "\\",
];

#[test]
fn a_rule_is_explained_by_its_texts_or_else_by_its_message() {
    let plain = read(&rules("true", "")).explanations("TST-01");
    let words = "wrong. Mend it.".to_owned();
    let same = [words.clone(), words.clone(), words.clone()];
    assert_eq!(plain, [("en".to_owned(), same)]);
    let more = "texts.es.patient = \"Falta algo.\"\ntexts.en.patient = \"Something is missing.\"";
    let told = read(&rules("true", more)).explanations("TST-01");
    let english = ["Something is missing.".to_owned(), words.clone(), words];
    let spanish = ["Falta algo.".to_owned(), String::new(), String::new()];
    assert_eq!(told, [("en".to_owned(), english), ("es".to_owned(), spanish)]);
    assert!(read(&rules("true", "")).explanations("TST-02").is_empty());
    for (more, problem) in [
        ("texts.en.doctor = \"x\"", "`doctor` is none of patient, biller, engineer"),
        ("texts.english.patient = \"x\"", "texts are told by language"),
        ("texts.en.patient = \"\"", "`patient` has 1 to 300 characters"),
        ("texts = \"x\"", "`texts` is a table"),
    ] {
        let rules = read(&rules("true", more));
        let told: Vec<String> = rules.problems().iter().map(ToString::to_string).collect();
        assert!(told.len() == 1 && told[0].contains(problem), "{told:?}");
    }
}
