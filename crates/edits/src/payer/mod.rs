//! Payer rules: what does one payer ask of claims, written as data and tested in the same file?
//!
//! A rule file is TOML; conditions are CEL over the JSON shape of the claim. [`PayerRules::read`] reads one,
//! [`PayerRules::check`] runs it beside the built-in edits, [`PayerRules::test`] runs the examples in it. How to
//! write one: `www/docs/payer-rules.md`; two whole files: `payers/`.
//!
//! Rules are a guest. They read the claim and nothing else; each has a budget of steps a claim, which bounds
//! time and memory; a rule that cannot be read, is wrong for a claim or spends its budget is a finding
//! ([`UNREADABLE`], [`NOT_JUDGED`], [`STOPPED`]) that tells its place, and the others run on. Messages tell codes,
//! amounts, days of service and counts, never what identifies a person.

#[cfg(test)]
mod asked;
mod evaluate;
mod examples;
mod expression;
mod facts;
mod fields;
mod file;
mod functions;
mod judge;
mod lasting;
mod patch;
mod rule;
mod texts;

use superbill_model::ClaimKind;
use superbill_types::{Date, Rule, Severity};

pub use examples::{TestFailure, TestReport};

use examples::Example;
use expression::Node;

/// The rules of one payer.
///
/// ```
/// use superbill_edits::payer::PayerRules;
/// let rules = PayerRules::read(r#"
///     title = "Sunrise Health Plan"
///     prefix = "SUN"
///     payers = ["SUN01"]
///
///     [[rule]]
///     id = "SUN-01"
///     name = "visit-units"
///     each = "line"
///     when = "line.procedure.code == '99213' && cents(line.units) > 100"
///     path = "units"
///     message = "{code} is billed with {units} units"
///     help = "Bill one unit of a visit."
///     facts = { code = "line.procedure.code", units = "line.units" }
///     fails = [{ change = { "lines[0].units" = "2" }, at = "lines[0].units" }]
///     passes = [{}]
/// "#)?;
/// assert_eq!(rules.rules().count(), 1);
/// assert!(rules.problems().is_empty() && rules.test().is_whole());
/// # Ok::<(), superbill_edits::payer::BadPayerRules>(())
/// ```
#[derive(Clone, Debug)]
pub struct PayerRules {
    title: String,
    payers: Vec<String>,
    rules: Vec<PayerRule>,
    problems: Vec<Problem>,
}

impl PayerRules {
    /// Whose rules they are.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Identifiers of the payers they are for; empty means every payer.
    #[must_use]
    pub fn payers(&self) -> &[String] {
        &self.payers
    }

    /// The rules that could be read, in the order of the file.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().map(|rule| rule.rule)
    }

    /// What could not be read, in the order of the file. The rules it stands in do not run.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// A part of a rule file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Id of the rule; empty where it has none.
    pub rule: String,
    /// Line from 1.
    pub line: usize,
    /// Column from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        if !self.rule.is_empty() {
            write!(f, "rule {}: ", self.rule)?;
        }
        f.write_str(&self.problem)
    }
}

/// A rule file of which nothing can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPayerRules(pub Problem);

impl core::fmt::Display for BadPayerRules {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "payer rules, {}", self.0)
    }
}

impl core::error::Error for BadPayerRules {}

/// One rule.
#[derive(Clone, Debug)]
struct PayerRule {
    rule: &'static Rule,
    /// Line of the file it begins at.
    line: usize,
    /// Kinds of claims it is about; empty means all.
    kinds: Vec<ClaimKind>,
    /// First and last day of service it governs.
    days: (Option<Date>, Option<Date>),
    /// Whether it looks at each line, or at the claim.
    each_line: bool,
    /// True where the rule is broken.
    when: Node,
    /// Where in the claim or line a finding points.
    path: String,
    facts: Vec<(&'static str, Node)>,
    texts: texts::Explained,
    examples: Vec<Example>,
}

macro_rules! own {
    ($(#[$doc:meta])* $name:ident, $id:literal, $kebab:literal, $severity:ident, $message:literal, $help:literal) => {
        $(#[$doc])*
        pub static $name: Rule = Rule {
            id: $id,
            name: $kebab,
            severity: Severity::$severity,
            snip: 7,
            acknowledgment: "",
            message: $message,
            help: $help,
            source: "Superbill: payer rules as data",
        };
    };
}

own!(
    /// A rule of a file could not be read.
    UNREADABLE, "PRU-01", "payer-rule-unreadable", Warning,
    "Rule {rule} of {title} did not run: line {line}, column {column}: {problem}",
    "Mend the rule file; until then claims are not checked for it."
);
own!(
    /// A rule could not be judged for this claim.
    NOT_JUDGED, "PRU-02", "payer-rule-not-judged", Warning,
    "Rule {rule} of {title} (line {line} of its file) could not be judged here: {problem}",
    "Mend the rule file: ask has(...) of what a claim may lack."
);
own!(
    /// A rule ran too long and was stopped.
    STOPPED, "PRU-03", "payer-rule-stopped", Warning,
    "Rule {rule} of {title} (line {line} of its file) ran too long and was stopped; it judged no further claim",
    "Mend the rule file: look through fewer lists inside each other."
);

/// The rules by which payer rules themselves are told.
pub static PAYER_RULES: [&Rule; 3] = [&UNREADABLE, &NOT_JUDGED, &STOPPED];
