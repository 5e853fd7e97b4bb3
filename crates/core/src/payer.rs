//! Payer rules: what do files of a payer's own rules find, and do their own tests hold?

use serde::Serialize;
use superbill_edits::Context;
use superbill_edits::payer::PayerRules;
use superbill_model::ClaimBatch;
use superbill_types::Findings;

/// How the examples in a file of payer rules came out.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleTestReport {
    /// Whether every rule can be read and every example came out as told.
    pub accepted: bool,
    /// How many rules there are.
    pub rules: u32,
    /// How many examples were run.
    pub examples: u32,
    /// What came out otherwise, in the order of the file.
    pub failures: Vec<RuleTestFailure>,
}

/// One thing that is not as the file says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleTestFailure {
    /// Id of the rule.
    pub rule: String,
    /// Line of the file, from 1.
    pub line: u32,
    /// What came out.
    pub problem: String,
}

/// Runs the examples in a file of payer rules.
///
/// # Errors
/// One sentence with the place, where nothing of the file can be read.
pub fn test_rules(file: &str) -> Result<RuleTestReport, String> {
    let report = read(file)?.test();
    let count = |number: usize| number.try_into().unwrap_or(u32::MAX);
    let failures = report.failures.iter().map(|failure| RuleTestFailure {
        rule: failure.rule.clone(),
        line: count(failure.line),
        problem: failure.problem.clone(),
    });
    Ok(RuleTestReport {
        accepted: report.is_whole(),
        rules: count(report.rules),
        examples: count(report.examples),
        failures: failures.collect(),
    })
}

/// The same as text for people.
///
/// # Errors
/// As [`test_rules`].
pub fn test_rules_text(file: &str) -> Result<String, String> {
    Ok(format!("{}\n", read(file)?.test()))
}

/// Rule files as they were last asked for, read once.
#[derive(Clone, Debug, Default)]
pub(crate) struct PayerFiles {
    texts: Vec<String>,
    rules: Vec<PayerRules>,
}

impl PayerFiles {
    /// Reads files, unless they are those read last.
    pub(crate) fn read(&mut self, texts: &[String]) -> Result<(), String> {
        if self.texts != texts {
            self.rules = texts.iter().map(|text| read(text)).collect::<Result<_, _>>()?;
            self.texts = texts.to_vec();
        }
        Ok(())
    }

    /// What could not be read of the files.
    pub(crate) fn unreadable(&self) -> Findings {
        let mut findings = Findings::default();
        self.rules.iter().for_each(|rules| findings.append(rules.unreadable()));
        findings
    }

    /// What the rules find in a batch.
    pub(crate) fn judge(&self, batch: &ClaimBatch, context: &Context<'_>) -> Findings {
        let mut findings = Findings::default();
        self.rules.iter().for_each(|rules| findings.append(rules.judge(batch, context)));
        findings
    }
}

fn read(file: &str) -> Result<PayerRules, String> {
    PayerRules::read(file).map_err(|bad| bad.to_string())
}
