//! Rules: what does each rule say, for which reason, and what answers it?

use serde::Serialize;
use superbill_exchange::{claim, remittance};
use superbill_types::{Rule, Severity, sort_by_number};

use crate::finding::capital;

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
    /// What it means for who reads it, in each language there is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub explanations: Vec<ExplanationRecord>,
}

/// What a rule means, in one language.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ExplanationRecord {
    /// Language, such as `en`.
    pub language: String,
    /// For the patient, or the front desk speaking to one.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub patient: String,
    /// For who mends the claim.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub biller: String,
    /// For who mends the file.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub engineer: String,
}

/// Every rule of this build, in id order.
#[must_use]
pub fn rules() -> Vec<RuleRecord> {
    let lists: [&[&'static Rule]; 6] = [
        superbill_x12::rules::ENVELOPE,
        superbill_x12::syntax_rules::SYNTAX,
        superbill_x12::syntax_rules::HEADERS,
        remittance::rules::ALL,
        claim::rules::ALL,
        superbill_accounts::RULES,
    ];
    let mut rules: Vec<_> = lists.into_iter().flatten().map(|rule| record(rule)).collect();
    #[cfg(feature = "claims")]
    rules.extend(of_claims().map(record));
    #[cfg(feature = "forms")]
    rules.extend(superbill_documents::form::RULES.iter().map(|rule| record(rule)));
    #[cfg(feature = "claims")]
    {
        let texts = crate::explain::Explanations::bundled();
        rules.iter_mut().for_each(|rule| rule.explanations = texts.of(&rule.id));
    }
    sort_by_number(&mut rules, |rule| number(&rule.id));
    rules
}

/// Rules over claims.
#[cfg(feature = "claims")]
fn of_claims() -> impl Iterator<Item = &'static Rule> {
    use superbill_edits::{REPAIR_RULES, edits};

    let edited = edits().map(|edit| &edit.rule).chain(REPAIR_RULES.iter().copied());
    let edited = edited.chain(superbill_edits::payer::PAYER_RULES);
    edited.chain(superbill_exchange::import::rules::ALL.iter().copied())
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

/// A rule as text for people.
///
/// ```
/// let text = superbill::explain_text("SYN-24").ok_or("no such rule")?;
/// assert!(text.contains("code-not-allowed"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn explain_text(id: &str) -> Option<String> {
    explain(id).map(|rule| rule.text())
}

impl RuleRecord {
    /// The rule as text for people.
    #[must_use]
    pub fn text(&self) -> String {
        text(self)
    }
}

fn text(rule: &RuleRecord) -> String {
    let severity = match rule.severity {
        Severity::Error => "error: a file that breaks it is not accepted",
        Severity::Warning => "warning: a file that breaks it is accepted",
        Severity::Note => "note: nothing to do",
    };
    let answer = match rule.acknowledgment.split_once(':') {
        Some((segment, code)) => format!("{code} in {segment}"),
        None => "none".to_owned(),
    };
    // Places for what is found in a file.
    let shown = |text: &str| text.replace('{', "<").replace('}', ">");
    let mut text = format!(
        "{} {}\n\n  {}\n  {}\n\n  Severity        {severity}\n  SNIP type       {} ({})\n  \
         Acknowledgment  {answer}\n  Source          {}\n",
        rule.id,
        rule.name,
        shown(&rule.message),
        shown(&rule.help),
        rule.snip,
        snip_name(rule.snip),
        rule.source
    );
    for it in &rule.explanations {
        let readers =
            [("patient", &it.patient), ("biller", &it.biller), ("engineer", &it.engineer)];
        for (reader, words) in readers.iter().filter(|(_, words)| !words.is_empty()) {
            let to =
                format!("To a {reader} ({})", it.language).replace("a engineer", "an engineer");
            text.push_str(&format!("\n  {to}\n    {}\n", shown(words)));
        }
    }
    text
}

/// What a SNIP type is about.
fn snip_name(snip: u8) -> &'static str {
    match snip {
        1 => "syntax",
        2 => "implementation guide",
        3 => "sums that balance",
        4 => "one part asks for another",
        5 => "code sets",
        6 => "kind of service",
        _ => "what one payer asks",
    }
}

pub(crate) fn record(rule: &Rule) -> RuleRecord {
    RuleRecord {
        id: rule.id.into(),
        name: rule.name.into(),
        severity: rule.severity,
        snip: rule.snip,
        message: capital(rule.message),
        help: rule.help.into(),
        source: rule.source.into(),
        acknowledgment: rule.acknowledgment.into(),
        explanations: Vec::new(),
    }
}
