//! Rule files: what does each part of one say, and where is what says nothing?
//!
//! TOML, because people write it by hand, with notes, and its parser tells the place of every value.

use std::ops::Range;

use serde_json::{Map, Value as Json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::expression::line_column;
use super::{BadPayerRules, PayerRules, Problem, rule};

/// Most bytes of a file.
const MAX_BYTES: usize = 1_000_000;
/// Most rules of a file.
const MAX_RULES: usize = 500;

impl PayerRules {
    /// Reads a rule file. What is wrong with one rule is among [`Self::problems`], and the others run.
    ///
    /// # Errors
    /// [`BadPayerRules`] where the text is no TOML, or does not tell whose rules they are.
    pub fn read(text: &str) -> Result<Self, BadPayerRules> {
        let source = Source { text };
        if text.len() > MAX_BYTES {
            return Err(BadPayerRules(source.problem(0, "the file is larger than 1 MB")));
        }
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            BadPayerRules(source.problem(at, error.message()))
        })?;
        let mut rules = Self {
            title: String::new(),
            payers: Vec::new(),
            rules: Vec::new(),
            problems: Vec::new(),
        };
        let header = rules.header(source, table.get_ref()).map_err(BadPayerRules)?;
        for (number, table) in header.rules.iter().enumerate() {
            let read = if number < MAX_RULES {
                rule::read(source, table, &header, &rules.rules)
            } else {
                Err(source.problem(table.span().start, "a file has at most 500 rules"))
            };
            match read {
                Ok(rule) => rules.rules.push(rule),
                Err(problem) => {
                    let id = table.get_ref().get("id").and_then(|it| it.get_ref().as_str());
                    let id = id.filter(|id| rule::is_id(id, &header.prefix)).unwrap_or("");
                    rules.problems.push(Problem { rule: id.to_owned(), ..problem });
                    if number >= MAX_RULES {
                        break;
                    }
                }
            }
        }
        Ok(rules)
    }

    fn header<'t>(
        &mut self,
        source: Source<'t>,
        table: &'t DeTable<'t>,
    ) -> Result<Header<'t>, Problem> {
        let fields = Fields { source, table, at: 0 };
        fields.only(&["title", "prefix", "payers", "source", "rule"])?;
        self.title = fields.text("title", 80)?.to_owned();
        let prefix = fields.text("prefix", 6)?;
        let own = crate::edits()
            .map(|edit| edit.rule.id)
            .chain(crate::REPAIR_RULES.iter().map(|it| it.id));
        let own = own.chain(super::PAYER_RULES.map(|rule| rule.id));
        let mut taken = own.map(|id| id.split('-').next().unwrap_or(id)).chain(OTHER_PREFIXES);
        let upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if prefix.len() < 2 || !prefix.bytes().all(upper) || taken.any(|other| other == prefix) {
            let problem =
                "a prefix is 2 to 6 capital letters and digits, and none of Superbill's own";
            return Err(source.problem(fields.start("prefix"), problem));
        }
        self.payers = match fields.value("payers").map(Spanned::get_ref) {
            Some(DeValue::String(any)) if any == "any" => Vec::new(),
            _ => fields.texts("payers", 80)?,
        };
        if self.payers.is_empty() && fields.texts("payers", 80).is_ok() {
            let problem = "name the payers' identifiers, or write payers = \"any\"";
            return Err(source.problem(fields.start("payers"), problem));
        }
        let origin = match fields.value("source") {
            Some(_) => fields.text("source", 200)?,
            None => fields.text("title", 80)?,
        };
        let rules = fields.tables("rule")?;
        if rules.is_empty() {
            return Err(source.problem(0, "there is no [[rule]]"));
        }
        let payer = self.payers.first().cloned();
        Ok(Header { prefix: prefix.to_owned(), source: origin, payer, rules })
    }
}

/// Prefixes of rules that other crates have.
const OTHER_PREFIXES: [&str; 15] = [
    "ENV", "SYN", "POST", "FRM", "IMP", "REM", "SEC", "WRT", "DEMO", "REP", "ACK", "CAK", "ELG",
    "FHIR", "STS",
];

/// What the head of a file says to its rules.
pub(super) struct Header<'t> {
    pub(super) prefix: String,
    /// Where the rules come from.
    pub(super) source: &'t str,
    /// The payer that examples go to.
    pub(super) payer: Option<String>,
    rules: Vec<Table<'t>>,
}

pub(super) type Table<'t> = Spanned<&'t DeTable<'t>>;

/// The text of a file, to tell places in it.
#[derive(Clone, Copy)]
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
}

impl Source<'_> {
    /// What is wrong at a byte of the file.
    pub(super) fn problem(self, at: usize, problem: impl Into<String>) -> Problem {
        let (line, column) = line_column(self.text, at);
        Problem { rule: String::new(), line, column, problem: problem.into() }
    }

    /// The place of a line and column inside a text of the file. Where a text has escapes, the column is that
    /// of the text without them.
    pub(super) fn inside(
        self,
        span: Range<usize>,
        (line, column): (usize, usize),
    ) -> (usize, usize) {
        let text = self.text.get(span.clone()).unwrap_or("");
        let quotes = ["'''", "\"\"\""].iter().find(|quotes| text.starts_with(**quotes));
        let begin = match quotes {
            Some(_) if text[3..].starts_with("\r\n") => 5,
            Some(_) if text[3..].starts_with('\n') => 4,
            Some(_) => 3,
            None => 1,
        };
        let (first_line, first_column) = line_column(self.text, span.start + begin);
        match line {
            1 => (first_line, first_column + column - 1),
            _ => (first_line + line - 1, column),
        }
    }
}

/// The fields of a table.
#[derive(Clone, Copy)]
pub(super) struct Fields<'t> {
    pub(super) source: Source<'t>,
    pub(super) table: &'t DeTable<'t>,
    /// Where the table begins.
    pub(super) at: usize,
}

impl<'t> Fields<'t> {
    /// That there are no others: a slip of the pen would pass for a field that is absent.
    pub(super) fn only(self, known: &[&str]) -> Result<(), Problem> {
        let other = self.table.keys().find(|key| !known.contains(&&**key.get_ref()));
        other.map_or(Ok(()), |key| {
            let problem = format!("`{}` is none of {}", key.get_ref(), known.join(", "));
            Err(self.source.problem(key.span().start, problem))
        })
    }

    pub(super) fn value(self, name: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(name)
    }

    /// Where a field begins; the table where it is absent.
    pub(super) fn start(self, name: &str) -> usize {
        self.value(name).map_or(self.at, |value| value.span().start)
    }

    pub(super) fn fail<T>(self, name: &str, problem: impl Into<String>) -> Result<T, Problem> {
        Err(self.source.problem(self.start(name), problem))
    }

    /// A text that must be there.
    pub(super) fn text(self, name: &str, most: usize) -> Result<&'t str, Problem> {
        match self.value(name).and_then(|value| value.get_ref().as_str()) {
            Some(text) if !text.trim().is_empty() && text.chars().count() <= most => Ok(text),
            Some(_) => self.fail(name, format!("`{name}` has 1 to {most} characters")),
            None => self.fail(name, format!("`{name} = \"...\"` is missing")),
        }
    }

    /// One of several words; the first where there is none.
    pub(super) fn word(self, name: &str, words: &[&'static str]) -> Result<&'static str, Problem> {
        let Some(value) = self.value(name) else { return Ok(words.first().unwrap_or(&"")) };
        let told = value.get_ref().as_str();
        match words.iter().find(|word| told == Some(**word)) {
            Some(word) => Ok(word),
            None => self.fail(name, format!("`{name}` is one of {}", words.join(", "))),
        }
    }

    /// A list of texts; empty where there is none.
    pub(super) fn texts(self, name: &str, most: usize) -> Result<Vec<String>, Problem> {
        let Some(value) = self.value(name) else { return Ok(Vec::new()) };
        let items = value.get_ref().as_array().filter(|items| items.len() <= 1_000);
        let texts = items.and_then(|items| {
            let texts = items.iter().map(|item| item.get_ref().as_str());
            texts.map(|it| it.filter(|text| text.len() <= most).map(str::to_owned)).collect()
        });
        texts.map_or_else(|| self.fail(name, format!("`{name}` is a list of short texts")), Ok)
    }

    /// A table of a table; none where it is absent.
    pub(super) fn table(self, name: &str) -> Result<Option<Self>, Problem> {
        let Some(value) = self.value(name) else { return Ok(None) };
        match value.get_ref().as_table() {
            Some(table) => Ok(Some(Self { table, at: value.span().start, ..self })),
            None => self.fail(name, format!("`{name}` is a table: {{ a = 1 }}")),
        }
    }

    /// A list of tables; empty where there is none.
    pub(super) fn tables(self, name: &str) -> Result<Vec<Table<'t>>, Problem> {
        let Some(value) = self.value(name) else { return Ok(Vec::new()) };
        let tables = value.get_ref().as_array().and_then(|items| {
            let tables = items.iter().map(|item| {
                item.get_ref().as_table().map(|table| Spanned::new(item.span(), table))
            });
            tables.collect()
        });
        tables.map_or_else(|| self.fail(name, format!("`{name}` is a list of tables")), Ok)
    }
}

/// A value as JSON; none for a number with a point.
pub(super) fn json(value: &DeValue<'_>) -> Option<Json> {
    Some(match value {
        DeValue::String(text) => Json::String(text.to_string()),
        DeValue::Integer(it) => Json::from(i64::from_str_radix(it.as_str(), it.radix()).ok()?),
        DeValue::Boolean(it) => Json::Bool(*it),
        DeValue::Datetime(it) => Json::String(it.to_string()),
        DeValue::Array(items) => {
            Json::Array(items.iter().map(|item| json(item.get_ref())).collect::<Option<_>>()?)
        }
        DeValue::Table(fields) => {
            let fields = fields.iter();
            let fields =
                fields.map(|(name, it)| Some((name.get_ref().to_string(), json(it.get_ref())?)));
            Json::Object(fields.collect::<Option<Map<_, _>>>()?)
        }
        DeValue::Float(_) => return None,
    })
}
