//! Finding records: how does a finding look to a caller?
//!
//! The prose is made here, at the edge, from the rule and its facts.

use serde::Serialize;
use superbill_types::{Finding, Findings, Severity, sort_by_number};

/// One thing wrong with the data, with its prose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FindingRecord {
    /// Permanent rule id such as `ENV-24`.
    pub rule: String,
    /// The defect in kebab case.
    pub name: String,
    /// `error`, `warning` or `note`.
    #[cfg_attr(feature = "typescript", tsify(type = "\"error\" | \"warning\" | \"note\""))]
    pub severity: Severity,
    /// SNIP type, 1 to 7.
    pub snip: u8,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Transaction set id such as `835`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub transaction_set: String,
    /// Transaction set control number.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub control_number: String,
    /// Loop id.
    #[serde(rename = "loop", skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub loop_id: String,
    /// Segment id.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub segment: String,
    /// Position of the segment in its transaction set, ST = 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Element number, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<u16>,
    /// Component number, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<u16>,
    /// Repetition number, from 1, of a repeating element.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repetition: Option<u16>,
    /// Bytes of the file: first, and one past the last.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
    /// Path into the report such as `remittances[0].claims[2].paymentAmount`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub path: String,
    /// The code that answers it in an acknowledgment, such as `IK5:4`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub acknowledgment: String,
}

impl From<&Finding> for FindingRecord {
    fn from(finding: &Finding) -> Self {
        let (rule, at) = (finding.rule, &finding.location);
        Self {
            rule: rule.id.into(),
            name: rule.name.into(),
            severity: finding.severity,
            snip: rule.snip,
            message: capital(&finding.message()),
            help: finding.help(),
            transaction_set: at.transaction_set.to_string(),
            control_number: at.control_number.to_string(),
            loop_id: at.loop_id.to_string(),
            segment: at.segment.to_string(),
            ordinal: (at.ordinal > 0).then_some(at.ordinal),
            element: (at.element > 0).then_some(at.element),
            component: (at.component > 0).then_some(at.component),
            repetition: (at.repetition > 0).then_some(at.repetition),
            span: (at.span.start, at.span.end),
            path: at.path.clone(),
            acknowledgment: rule.acknowledgment.into(),
        }
    }
}

/// All findings kept, in file order.
pub(crate) fn records(findings: &Findings) -> Vec<FindingRecord> {
    let mut sorted: Vec<_> = findings.kept().iter().collect();
    sort_by_number(&mut sorted, |finding| finding.location.span.start.cast_signed());
    sorted.into_iter().map(FindingRecord::from).collect()
}

/// Findings for a terminal: two lines each.
pub(crate) fn text(findings: &Findings, out: &mut String) {
    text_of(&records(findings), out);
    let hidden = findings.total() - findings.kept().len() as u64;
    if hidden > 0 {
        out.push_str(&format!("... and {hidden} more\n"));
    }
}

/// The same of records. What several claims share, such as their provider, is told once.
pub(crate) fn text_of(findings: &[FindingRecord], out: &mut String) {
    let alike = |a: &FindingRecord, b: &FindingRecord| {
        a.rule == b.rule && a.span == b.span && a.span != (0, 0) && a.message == b.message
    };
    for group in findings.chunk_by(alike) {
        let [finding, rest @ ..] = group else { continue };
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let FindingRecord { rule, message, help, .. } = finding;
        let times = match rest.len() {
            0 => String::new(),
            more => format!(", {} times", more + 1),
        };
        let at = place(finding);
        out.push_str(&format!("{severity} {rule} {at}{times}\n  {message}\n  {help}\n"));
    }
}

/// Where it is: in the file where it has a place there, else in the records.
fn place(finding: &FindingRecord) -> String {
    let of_record = finding.segment.is_empty() && !finding.path.is_empty();
    if of_record || finding.span == (0, 0) {
        return finding.path.clone();
    }
    let mut at = format!("byte {}", finding.span.0);
    for (word, value) in [("loop ", &finding.loop_id), ("", &finding.segment)] {
        if !value.is_empty() {
            at = format!("{at}, {word}{value}");
        }
    }
    if let Some(element) = finding.element {
        at = format!("{at}{element:02}");
    }
    if let Some(component) = finding.component {
        at = format!("{at}-{component}");
    }
    if let Some(ordinal) = finding.ordinal {
        at = format!("{at} (segment {ordinal} of set {})", finding.control_number);
    }
    at
}

/// A sentence with its first letter large and a full stop.
pub(crate) fn capital(sentence: &str) -> String {
    let mut sentence = sentence.to_owned();
    // Our own words begin with ASCII.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !matches!(sentence.as_bytes().last(), Some(b'.' | b'?' | b'!')) {
        sentence.push('.');
    }
    sentence
}
