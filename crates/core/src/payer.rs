//! Payer rules: what do files of a payer's own rules find, and do their own tests hold?

use std::collections::BTreeMap;

use serde::Serialize;
use superbill_edits::Context;
use superbill_edits::payer::PayerRules;
use superbill_model::ClaimBatch;
use superbill_types::{Findings, Rule};

use crate::{ExplanationRecord, RuleRecord};

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

/// What a rule of a file says, by its id or name; none where the file has no such rule. For English the message
/// and help stand in for the explanations that the file leaves out.
///
/// # Errors
/// As [`test_rules`].
pub fn explain_payer_rule(file: &str, id: &str) -> Result<Option<RuleRecord>, String> {
    let rules = read(file)?;
    let rule = rules.rules().find(|rule| rule.id.eq_ignore_ascii_case(id) || rule.name == id);
    let record = |rule: &'static Rule| {
        let explained = rules.explanations(rule.id).into_iter();
        let explained = explained.map(|(language, [patient, biller, engineer])| {
            ExplanationRecord { language, patient, biller, engineer }
        });
        RuleRecord { explanations: explained.collect(), ..crate::rules::record(rule) }
    };
    Ok(rule.map(record))
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
            let rules: Vec<_> = texts.iter().map(|text| read(text)).collect::<Result<_, _>>()?;
            told_once(&rules)?;
            (self.rules, self.texts) = (rules, texts.to_vec());
        }
        Ok(())
    }

    /// Whether a rule of this id could be read.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.rules.iter().flat_map(PayerRules::rules).any(|rule| rule.id == id)
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

/// That no id stands in two files: a finding, and a change of severity, must say which rule it means.
fn told_once(files: &[PayerRules]) -> Result<(), String> {
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let problems = file.problems().iter().map(|it| &*it.rule).filter(|id| !id.is_empty());
        for id in file.rules().map(|rule| rule.id).chain(problems) {
            let other = told.insert(id, at).filter(|other| *other != at);
            if let Some(other) = other.and_then(|other| files.get(other)) {
                let (one, two) = (other.title(), file.title());
                return Err(format!(
                    "rule {id} stands in two files of payer rules, {one} and {two}: give each file a \
                     prefix of its own"
                ));
            }
        }
    }
    Ok(())
}

fn read(file: &str) -> Result<PayerRules, String> {
    PayerRules::read(file).map_err(|bad| bad.to_string())
}
