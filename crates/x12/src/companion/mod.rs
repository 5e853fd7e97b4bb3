//! Companion guides: what does one payer ask beyond the implementation guide?
//!
//! A companion is a text file that narrows one guide: parts required or not taken, fewer repetitions,
//! fewer codes, shorter values. [`Companion::read`] reads it, [`Library::with_companion`](crate::Library)
//! lays it over the guide; findings then carry its rule ids, of SNIP type 7. One rule a line:
//!
//! ```text
//! companion <version> <transaction set> <prefix> "<title>"
//! <number> <path> [<element>[-<component>]] <what> [warning] "<what to do>"
//! ```
//!
//! `<path>` is the end of a path of loop ids, and a segment id with its qualifier: `2310B`, `2300/REF:G1`.
//! `<what>` is `R`, `N`, `max=<n>`, `codes=A,B` or `length=<min>-<max>`. A companion only narrows: what the
//! guide forbids stays forbidden.

mod apply;
mod check;
mod line;

pub(crate) use check::check;

use core::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use superbill_types::{Rule, Severity};

/// What one payer asks beyond a guide.
#[derive(Clone, Debug)]
pub struct Companion {
    version: String,
    set_id: String,
    title: String,
    lines: Vec<Line>,
}

/// A line that is not as the format says, or that does not narrow the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanionError {
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for CompanionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "companion guide, line {}: {}", self.line, self.problem)
    }
}

impl core::error::Error for CompanionError {}

/// One rule of a companion.
#[derive(Clone, Debug)]
struct Line {
    /// Line of the file.
    line: usize,
    /// Loop ids, the last of them a segment id where it is about a segment.
    path: Vec<String>,
    /// The codes that tell the segment from others of its id; empty without.
    qualifiers: Vec<String>,
    /// Element and component, 0 for the whole.
    at: (u8, u8),
    narrow: Narrow,
    rule: &'static Rule,
}

/// How a companion narrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Narrow {
    Required,
    NotUsed,
    Max(u32),
    Codes(Vec<String>),
    /// Least and most characters.
    Length(u16, u16),
}

/// What a companion says of one segment or loop of a guide.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    pub(crate) missing: Option<&'static Rule>,
    pub(crate) sent: Option<&'static Rule>,
    pub(crate) over: Option<&'static Rule>,
    /// Element and component, 0 for the whole; how it is narrowed; by which rule.
    pub(crate) elements: Vec<((u8, u8), Narrow, &'static Rule)>,
}

impl Companion {
    /// Version (GS08) of the guide it narrows.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Transaction set id (ST01) of the guide it narrows.
    #[must_use]
    pub fn set_id(&self) -> &str {
        &self.set_id
    }

    /// Whose it is, and about what.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its rules, in the order of the file.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.lines.iter().map(|line| line.rule)
    }
}

/// A rule that lives as long as the program. The same words give the same rule, so that reading a file
/// again takes no memory; none once there are very many.
fn lasting(words: [String; 4], severity: Severity, said: Said) -> Option<&'static Rule> {
    static RULES: OnceLock<Mutex<Vec<&'static Rule>>> = OnceLock::new();
    let rules = RULES.get_or_init(Mutex::default);
    // What a panic elsewhere left behind is whole: each step below is one push.
    let mut rules = rules.lock().unwrap_or_else(PoisonError::into_inner);
    let [id, message, help, source] = &words;
    let same = |rule: &&&Rule| {
        (rule.id, rule.message, rule.help) == (id, message, help)
            && (rule.source, rule.name, rule.severity) == (source, said.name, severity)
    };
    if let Some(known) = rules.iter().find(same) {
        return Some(known);
    }
    if rules.len() == MAX_RULES {
        return None;
    }
    let [id, message, help, source] = words.map(|text| &*Box::leak(text.into_boxed_str()));
    let rule = Rule {
        id,
        name: said.name,
        severity,
        snip: 7,
        acknowledgment: said.acknowledgment,
        message,
        help,
        source,
    };
    let rule: &'static Rule = Box::leak(Box::new(rule));
    rules.push(rule);
    Some(rule)
}

/// What a kind of rule is called, and the code that answers it.
#[derive(Clone, Copy)]
struct Said {
    name: &'static str,
    acknowledgment: &'static str,
}

/// Most rules that all companions of one program have.
const MAX_RULES: usize = 10_000;
