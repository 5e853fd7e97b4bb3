//! Cases: how does an example in a rule's text become a batch to check?
//!
//! An example is a fenced block whose info reads `json fails <kind> at <path>` or `json passes <kind>`, and
//! whose body is an object of paths and values. Paths are those of the first claim (`lines[1].units`); `batch.`
//! reaches the header, `today`, `ruleset` and `history` what stands beside the batch. `null` takes away; the
//! place after the last one of a list adds.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Map, Value, from_str, from_value};
use superbill_codes::CodeBooks;
use superbill_edits::{Context, FAMILIES, Ruleset, edits};
use superbill_model::{ChargedClaim, ClaimBatch};
use superbill_types::{Date, Findings};

use crate::tables;

/// One example of a rule.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) rule: &'static str,
    /// Where the rule finds something; none where it finds nothing.
    pub(crate) at: Option<String>,
    pub(crate) kind: String,
    pub(crate) patch: Map<String, Value>,
}

/// A batch with what stands beside it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    value: Value,
    pub(crate) today: Date,
    pub(crate) ruleset: Ruleset,
    pub(crate) history: Vec<ChargedClaim>,
}

impl Case {
    /// A batch that every edit passes.
    pub(crate) fn base(kind: &str) -> Self {
        let path = folder().join("examples").join(kind).with_extension("json");
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no base claim {kind}"));
        Self {
            value: from_str(&text).expect("JSON"),
            today: Date::new(2026, 3, 20).expect("a day"),
            ruleset: Ruleset::default(),
            history: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, patch: &Map<String, Value>) -> Self {
        for (path, value) in patch {
            self.set(path, value.clone());
        }
        self
    }

    fn set(&mut self, path: &str, value: Value) {
        match path {
            "today" => self.today = from_value(value).expect("a day"),
            "ruleset" => self.ruleset = from_value(value).expect("a ruleset"),
            "history" => self.history = from_value(value).expect("claims sent before"),
            _ => {
                let full = match path.strip_prefix("batch.") {
                    Some(header) => header.to_owned(),
                    None => format!("claims[0].{path}"),
                };
                place(&mut self.value, &full, value);
            }
        }
    }

    pub(crate) fn batch(&self) -> ClaimBatch {
        from_value(self.value.clone()).unwrap_or_else(|error| panic!("no batch: {error}"))
    }

    /// The same in another year.
    pub(crate) fn in_year(&self, year: i32) -> Self {
        let text = self.value.to_string().replace("2026-", &format!("{year}-"));
        let today = Date::new(year, 3, 20).expect("a day");
        Self { value: from_str(&text).expect("JSON"), today, ..self.clone() }
    }

    /// The batch as JSON, to look for its values elsewhere.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    pub(crate) fn check(&self) -> Findings {
        superbill_edits::check(&self.batch(), &self.context(books()))
    }

    pub(crate) fn context<'a>(&'a self, books: &'a CodeBooks) -> Context<'a> {
        Context { today: self.today, books, history: &self.history, ruleset: &self.ruleset }
    }
}

/// The tables examples are checked with.
pub(crate) fn books() -> &'static CodeBooks {
    static BOOKS: OnceLock<CodeBooks> = OnceLock::new();
    BOOKS.get_or_init(tables::load)
}

/// The folder of the crate.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Each rule that has a text, with the text.
pub(crate) fn rule_texts() -> Vec<(&'static str, &'static str, String)> {
    let all = FAMILIES
        .iter()
        .flat_map(|family| family.edits.iter().map(|edit| (family.name, &edit.rule)));
    all.map(|(family, rule)| {
        let file = rule.name.replace('-', "_");
        let path = folder().join("src").join(family).join(file).with_extension("md");
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}", path.display()));
        (rule.id, rule.name, text)
    })
    .collect()
}

/// Every example of every rule.
pub(crate) fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    for (rule, _, text) in rule_texts() {
        for block in text.split("\n```json ").skip(1) {
            let (info, rest) = block.split_once('\n').expect("a line");
            let (body, _) =
                rest.split_once("\n```").unwrap_or_else(|| panic!("{rule}: open block"));
            let patch = from_str(body).unwrap_or_else(|error| panic!("{rule}: {error}"));
            let words: Vec<&str> = info.split_whitespace().collect();
            let (kind, at) = match words[..] {
                ["passes", kind] => (kind, None),
                ["fails", kind, "at", at] => (kind, Some(at.to_owned())),
                ["fails", kind] => (kind, Some(String::new())),
                _ => panic!("{rule}: what is `{info}`?"),
            };
            examples.push(Example { rule, at, kind: kind.to_owned(), patch });
        }
    }
    assert!(edits().count() > 1 && !examples.is_empty());
    examples
}

/// Puts a value at a path, making what leads there; `null` takes away.
fn place(at: &mut Value, path: &str, value: Value) {
    let (step, rest) = match path.find(['.', '[']) {
        Some(0) => {
            let end = path.find(']').expect("a closing bracket");
            (&path[..=end], path[end + 1..].trim_start_matches('.'))
        }
        Some(end) => (&path[..end], path[end..].trim_start_matches('.')),
        None => (path, ""),
    };
    if let Some(index) = step.strip_prefix('[') {
        let index: usize = index.trim_end_matches(']').parse().expect("a number");
        if at.is_null() {
            *at = Value::Array(Vec::new());
        }
        let list = at.as_array_mut().unwrap_or_else(|| panic!("no list at {path}"));
        if rest.is_empty() && value.is_null() {
            list.remove(index);
            return;
        }
        if index == list.len() {
            list.push(Value::Null);
        }
        descend(&mut list[index], rest, value);
    } else {
        if at.is_null() {
            *at = Value::Object(Map::new());
        }
        let fields = at.as_object_mut().unwrap_or_else(|| panic!("no record at {path}"));
        if rest.is_empty() && value.is_null() {
            fields.remove(step);
            return;
        }
        descend(fields.entry(step).or_insert(Value::Null), rest, value);
    }
}

fn descend(at: &mut Value, rest: &str, value: Value) {
    if rest.is_empty() {
        *at = value;
    } else {
        place(at, rest, value);
    }
}
