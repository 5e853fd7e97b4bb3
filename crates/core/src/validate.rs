//! Validation: is a file acceptable, what is wrong with it, and what does a rule say?

use serde::{Deserialize, Serialize};
use superbill_exchange::remittance::rules as remittance_rules;
use superbill_types::{Findings, Rule, Severity, sort_by_number};
use superbill_x12::Unreadable;

use crate::FindingRecord;
use crate::finding::{capital, records, text};
use crate::remit::{note_wrapped, wrapped};

/// Which findings are asked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ValidateOptions {
    /// SNIP types: `2` for type 2 alone, `1-2` for a range; all if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snip: Option<String>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ValidationReport {
    /// Whether no finding asked for is an error.
    pub accepted: bool,
    /// What is wrong, in file order.
    pub findings: Vec<FindingRecord>,
    /// How many findings there are; more than are listed in a file with very many.
    pub total: u32,
}

/// Checks any X12 file: envelope, syntax and guide, and the money of remittances.
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn validate(bytes: &[u8], options: &ValidateOptions) -> Result<ValidationReport, Unreadable> {
    let findings = check(bytes)?;
    let (low, high) = range(options.snip.as_deref());
    let all = records(&findings);
    let asked: Vec<_> = all.into_iter().filter(|it| (low..=high).contains(&it.snip)).collect();
    let errors = asked.iter().any(|finding| finding.severity == Severity::Error);
    let hidden = findings.total() - findings.kept().len() as u64;
    Ok(ValidationReport {
        accepted: !errors && (hidden == 0 || findings.errors() == 0),
        total: (asked.len() as u64 + hidden).try_into().unwrap_or(u32::MAX),
        findings: asked,
    })
}

/// The findings as text for people.
///
/// # Errors
/// As [`validate`].
pub fn validate_text(bytes: &[u8], options: &ValidateOptions) -> Result<String, Unreadable> {
    let mut findings = check(bytes)?;
    let (low, high) = range(options.snip.as_deref());
    findings.retain(|finding| (low..=high).contains(&finding.rule.snip));
    let mut out = String::new();
    text(&findings, &mut out);
    out.push_str(&match (findings.total(), findings.errors()) {
        (0, _) => "Accepted: no findings.\n".to_owned(),
        (total, 0) => format!("Accepted, with {total} findings.\n"),
        (total, errors) => format!("NOT accepted: {errors} errors among {total} findings.\n"),
    });
    Ok(out)
}

fn check(bytes: &[u8]) -> Result<Findings, Unreadable> {
    let library = superbill_guides::library();
    match superbill_exchange::check(bytes, library) {
        Err(error) => match wrapped(bytes, error) {
            Some(unwrapped) => {
                let mut findings = superbill_exchange::check(&unwrapped.bytes, library)?;
                note_wrapped(&mut findings, &unwrapped);
                Ok(findings)
            }
            None => Err(error),
        },
        checked => checked,
    }
}

fn range(snip: Option<&str>) -> (u8, u8) {
    let number = |text: &str| text.trim().parse().ok();
    let all = (1, 7);
    match snip.map(|text| text.split_once('-').unwrap_or((text, text))) {
        Some((low, high)) => (number(low).unwrap_or(all.0), number(high).unwrap_or(all.1)),
        None => all,
    }
}

/// A rule in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleRecord {
    /// Permanent id.
    pub id: String,
    /// The defect in kebab case.
    pub name: String,
    /// `error`, `warning` or `note`.
    #[cfg_attr(feature = "typescript", tsify(type = "\"error\" | \"warning\" | \"note\""))]
    pub severity: Severity,
    /// SNIP type, 1 to 7.
    pub snip: u8,
    /// What is wrong, with places for the facts in braces.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where the rule comes from.
    pub source: String,
    /// The code that answers it in an acknowledgment; empty if none does.
    pub acknowledgment: String,
}

/// Every rule of this build, in id order.
#[must_use]
pub fn rules() -> Vec<RuleRecord> {
    let lists: [&[&'static Rule]; 5] = [
        superbill_x12::rules::ENVELOPE,
        superbill_x12::syntax_rules::SYNTAX,
        superbill_x12::syntax_rules::HEADERS,
        remittance_rules::ALL,
        superbill_accounts::RULES,
    ];
    let mut rules: Vec<_> = lists.into_iter().flatten().map(|rule| record(rule)).collect();
    sort_by_number(&mut rules, |rule| number(&rule.id));
    rules
}

/// An id of at most eight ASCII characters as a number of the same order.
fn number(id: &str) -> i64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(id.bytes()).for_each(|(to, byte)| *to = byte);
    i64::from_be_bytes(bytes)
}

/// The rule of an id; letter case does not count.
#[must_use]
pub fn explain(id: &str) -> Option<RuleRecord> {
    rules().into_iter().find(|rule| rule.id.eq_ignore_ascii_case(id) || rule.name == id)
}

fn record(rule: &Rule) -> RuleRecord {
    RuleRecord {
        id: rule.id.into(),
        name: rule.name.into(),
        severity: rule.severity,
        snip: rule.snip,
        message: capital(rule.message),
        help: rule.help.into(),
        source: rule.source.into(),
        acknowledgment: rule.acknowledgment.into(),
    }
}
