//! Lasting rules: how does a rule read from data live as long as the findings that name it?
//!
//! A finding holds `&'static Rule`, as rules of companion guides do. The same words give the same rule, so that
//! reading a file again takes no memory, and there is a limit to how many there can be.

use std::sync::{Mutex, OnceLock, PoisonError};

use superbill_types::{Rule, Severity};

/// The words of a rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) message: &'a str,
    pub(super) help: &'a str,
    pub(super) source: &'a str,
}

/// A rule that lives as long as the program; none once there are very many.
pub(super) fn rule(words: Words<'_>, severity: Severity) -> Option<&'static Rule> {
    static RULES: OnceLock<Mutex<Vec<&'static Rule>>> = OnceLock::new();
    let rules = RULES.get_or_init(Mutex::default);
    // What a panic elsewhere left behind is whole: each step below is one push.
    let mut rules = rules.lock().unwrap_or_else(PoisonError::into_inner);
    let Words { id, name, message, help, source } = words;
    let same = |rule: &&&Rule| {
        (rule.id, rule.name, rule.severity) == (id, name, severity)
            && (rule.message, rule.help, rule.source) == (message, help, source)
    };
    if let Some(known) = rules.iter().find(same) {
        return Some(known);
    }
    if rules.len() == MAX_RULES {
        return None;
    }
    let [id, name, message, help, source] = [id, name, message, help, source].map(leak);
    let rule = Rule { id, name, severity, snip: 7, acknowledgment: "", message, help, source };
    let rule: &'static Rule = Box::leak(Box::new(rule));
    rules.push(rule);
    Some(rule)
}

/// The name of a fact, as it stands in the words of its lasting rule.
pub(super) fn fact_name(rule: &'static Rule, name: &str) -> Option<&'static str> {
    let texts = [rule.message, rule.help];
    let found = texts.iter().flat_map(|text| text.split('{').skip(1));
    found.filter_map(|rest| rest.split('}').next()).find(|place| *place == name)
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Most rules that all files of one program have.
const MAX_RULES: usize = 10_000;
