//! Examples: does each rule find what its file says it finds, and nothing in what it passes?
//!
//! An example is one of the claims of `examples/` (which the built-in edits find clean), or a claim of its own,
//! sent to the payer of the file, with changes.

use core::fmt;

use serde_json::Value as Json;
use superbill_codes::CodeBooks;
use superbill_model::{ClaimBatch, ClaimKind};
use superbill_types::Date;

use super::patch::place;
use super::{PayerRule, PayerRules};
use crate::{Context, Ruleset};

/// A claim that breaks a rule, or does not.
#[derive(Clone, Debug)]
pub(super) struct Example {
    /// Line of the file.
    pub(super) line: usize,
    pub(super) fails: bool,
    /// The claim it begins with.
    pub(super) on: ClaimKind,
    /// The payer it goes to.
    pub(super) payer: Option<String>,
    /// A claim of its own, in place of that of `on`.
    pub(super) claim: Option<Json>,
    pub(super) changes: Vec<(String, Json)>,
    pub(super) removals: Vec<String>,
    /// Where the finding points.
    pub(super) at: Option<String>,
    pub(super) today: Option<Date>,
}

/// How the examples of a rule file came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestReport {
    /// How many rules there are, read or not.
    pub rules: usize,
    /// How many examples were run.
    pub examples: usize,
    /// What came out otherwise than told, in the order of the file; a rule that cannot be read or has no example
    /// of a kind among them.
    pub failures: Vec<TestFailure>,
}

/// One thing that is not as the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestFailure {
    /// Id of the rule.
    pub rule: String,
    /// Line of the file, from 1.
    pub line: usize,
    /// What came out.
    pub problem: String,
}

impl TestReport {
    /// Whether all came out as told.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.failures.is_empty()
    }
}

impl fmt::Display for TestReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for TestFailure { rule, line, problem } in &self.failures {
            writeln!(f, "line {line}: rule {rule}: {problem}")?;
        }
        let (rules, examples, failures) = (self.rules, self.examples, self.failures.len());
        write!(f, "{rules} rules, {examples} examples, {failures} not as told")
    }
}

impl PayerRules {
    /// Runs the examples of the file, each with its rule alone, on 2026-03-20 where it names no day.
    #[must_use]
    pub fn test(&self) -> TestReport {
        let rules = self.rules.len() + self.problems.len();
        let mut report = TestReport { rules, ..TestReport::default() };
        for problem in &self.problems {
            let (rule, line) = (problem.rule.clone(), problem.line);
            let problem = format!("column {}: {}", problem.column, problem.problem);
            report.failures.push(TestFailure { rule, line, problem });
        }
        for rule in &self.rules {
            let fail = |line, problem| TestFailure { rule: rule.rule.id.to_owned(), line, problem };
            for (fails, kind) in [(true, "fails"), (false, "passes")] {
                if !rule.examples.iter().any(|example| example.fails == fails) {
                    let problem = format!("there is no example that {kind}");
                    report.failures.push(fail(rule.line, problem));
                }
            }
            for example in &rule.examples {
                report.examples += 1;
                if let Err(problem) = self.try_example(rule, example) {
                    report.failures.push(fail(example.line, problem));
                }
            }
        }
        report.failures.sort_by_key(|failure| failure.line);
        report
    }

    fn try_example(&self, rule: &PayerRule, example: &Example) -> Result<(), String> {
        let batch = example.batch()?;
        let alone = Self { rules: vec![rule.clone()], problems: Vec::new(), ..self.clone() };
        let (books, ruleset) = (CodeBooks::default(), Ruleset::default());
        let today = example.today.or_else(|| Date::new(2026, 3, 20)).unwrap_or(Date::EPOCH);
        let context = Context { today, books: &books, history: &[], ruleset: &ruleset };
        let findings = alone.check(&batch, &context);
        if let Some(other) = findings.kept().iter().find(|it| it.rule.id != rule.rule.id) {
            return Err(other.message());
        }
        let paths = findings.kept().iter().map(|finding| finding.location.path.as_str());
        let paths: Vec<&str> = paths
            .map(|path| path.trim_start_matches("claims[0]").trim_start_matches('.'))
            .collect();
        match (&example.at, example.fails) {
            (_, false) if paths.is_empty() => Ok(()),
            (_, false) => Err(format!("it should pass, and is found at {}", shown(&paths))),
            (_, true) if paths.is_empty() => Err("it should fail, and nothing is found".to_owned()),
            (Some(at), true) if !paths.contains(&at.as_str()) => {
                Err(format!("it is found at {}, not at {at}", shown(&paths)))
            }
            _ => Ok(()),
        }
    }
}

fn shown(paths: &[&str]) -> String {
    let shown = paths.iter().map(|path| if path.is_empty() { "the claim" } else { path });
    shown.collect::<Vec<_>>().join(", ")
}

impl Example {
    /// The batch it checks.
    fn batch(&self) -> Result<ClaimBatch, String> {
        let text = match self.on {
            ClaimKind::Professional => include_str!("../../examples/professional.json"),
            ClaimKind::Institutional => include_str!("../../examples/institutional.json"),
            ClaimKind::Dental => include_str!("../../examples/dental.json"),
        };
        let mut batch: Json = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if let Some(claim) = &self.claim {
            place(&mut batch, "claims[0]", claim.clone())?;
        } else if let Some(payer) = &self.payer {
            let path = "claims[0].coverage.payer.identifier.value";
            place(&mut batch, path, Json::String(payer.clone()))?;
        }
        for (path, value) in &self.changes {
            place(&mut batch, &full(path), value.clone())?;
        }
        for path in &self.removals {
            place(&mut batch, &full(path), Json::Null)?;
        }
        // By way of text: the model is read from text elsewhere too, and reading it from a tree would be its
        // whole reader once more (100 kB of a module).
        let text = batch.to_string();
        serde_json::from_str(&text)
            .map_err(|_| "this makes no claim: a value is of a wrong kind".to_owned())
    }
}

/// A path of the claim, or behind `batch.` of the header.
fn full(path: &str) -> String {
    match path.strip_prefix("batch.") {
        Some(header) => header.to_owned(),
        None => format!("claims[0].{path}"),
    }
}
