//! Rules of a file: what does one `[[rule]]` ask, and what is wrong with how it says so?

use superbill_model::ClaimKind;
use superbill_types::{Date, Severity};

use super::examples::Example;
use super::expression::{self, Node, Scope};
use super::file::{Fields, Header, Source, Table, json};
use super::lasting::{self, Words};
use super::{PayerRule, Problem, fields, texts};

/// Most facts of a rule.
const MAX_FACTS: usize = 12;
/// Most examples of a rule, of each kind.
const MAX_EXAMPLES: usize = 50;

/// Reads a rule; `before` are those of the file so far.
pub(super) fn read<'t>(
    source: Source<'t>,
    table: &Table<'t>,
    header: &Header<'t>,
    before: &[PayerRule],
) -> Result<PayerRule, Problem> {
    let fields = Fields { source, table: table.get_ref(), at: table.span().start };
    fields.only(&[
        "id", "name", "severity", "kinds", "from", "to", "each", "when", "path", "message", "help",
        "source", "facts", "texts", "fails", "passes",
    ])?;
    let id = fields.text("id", 12)?;
    if !is_id(id, &header.prefix) {
        let prefix = &header.prefix;
        return fields.fail("id", format!("an id is {prefix}-, then digits and capital letters"));
    }
    if before.iter().any(|other| other.rule.id == id) {
        return fields.fail("id", format!("rule {id} stands twice"));
    }
    let name = fields.text("name", 60)?;
    if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return fields.fail("name", "a name is small letters, digits and hyphens: unit-missing");
    }
    let severity = match fields.word("severity", &["error", "warning", "note"])? {
        "note" => Severity::Note,
        "warning" => Severity::Warning,
        _ => Severity::Error,
    };
    let each_line = fields.word("each", &["claim", "line"])? == "line";
    let when = condition(fields, "when", Scope { line: each_line, identifying: true })?;
    let words = Words {
        id,
        name,
        message: fields.text("message", 300)?,
        help: fields.text("help", 300)?,
        source: if fields.value("source").is_some() {
            fields.text("source", 200)?
        } else {
            header.source
        },
    };
    let told = facts(fields, &words, each_line)?;
    let Some(rule) = lasting::rule(words, severity) else {
        return fields.fail("id", "there are too many payer rules");
    };
    let facts = told.into_iter();
    let facts = facts.filter_map(|(name, node)| Some((lasting::fact_name(rule, name)?, node)));
    Ok(PayerRule {
        rule,
        line: expression::line_column(source.text, fields.start("id")).0,
        kinds: kinds(fields)?,
        days: (day(fields, "from")?, day(fields, "to")?),
        each_line,
        when,
        path: path(fields)?,
        facts: facts.collect(),
        texts: texts::read(fields)?,
        examples: examples(fields, header)?,
    })
}

/// Whether a text is an id of this prefix.
pub(super) fn is_id(id: &str, prefix: &str) -> bool {
    let number = id.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
    let upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    number.is_some_and(|it| (1..=5).contains(&it.len()) && it.bytes().all(upper))
}

/// An expression, its problems told at their place in the file.
fn condition(fields: Fields<'_>, name: &str, scope: Scope) -> Result<Node, Problem> {
    let text = fields.text(name, expression::MAX_BYTES)?;
    expression::read(text, scope).map_err(|bad| {
        let span = fields.value(name).map_or(0..0, toml::Spanned::span);
        let (line, column) = fields.source.inside(span, bad.at);
        Problem { rule: String::new(), line, column, problem: bad.problem }
    })
}

/// The facts of a rule: each is said, and each place of its words has one.
fn facts<'t>(
    fields: Fields<'t>,
    words: &Words<'_>,
    line: bool,
) -> Result<Vec<(&'t str, Node)>, Problem> {
    let mut told = Vec::new();
    if let Some(table) = fields.table("facts")? {
        for name in table.table.keys().map(|key| &**key.get_ref()) {
            let place = format!("{{{name}}}");
            if told.len() == MAX_FACTS {
                return table.fail(name, "a rule has at most 12 facts");
            }
            if ![words.message, words.help].iter().any(|text| text.contains(&place)) {
                return table.fail(name, format!("neither message nor help says {place}"));
            }
            told.push((name, condition(table, name, Scope { line, identifying: false })?));
        }
    }
    for (field, text) in [("message", words.message), ("help", words.help)] {
        for rest in text.split('{').skip(1) {
            let place = rest.split('}').next().unwrap_or("");
            if !told.iter().any(|(name, _)| *name == place) {
                return fields.fail(field, format!("no fact is called `{place}`"));
            }
        }
    }
    Ok(told)
}

fn kinds(fields: Fields<'_>) -> Result<Vec<ClaimKind>, Problem> {
    let names = fields.texts("kinds", 20)?;
    let kinds = names.iter().map(|name| kind(name)).collect::<Option<Vec<_>>>();
    kinds.map_or_else(|| fields.fail("kinds", "kinds are professional, institutional, dental"), Ok)
}

fn kind(name: &str) -> Option<ClaimKind> {
    Some(match name {
        "professional" => ClaimKind::Professional,
        "institutional" => ClaimKind::Institutional,
        "dental" => ClaimKind::Dental,
        _ => return None,
    })
}

/// A day, written as one or as text.
fn day(fields: Fields<'_>, name: &str) -> Result<Option<Date>, Problem> {
    let Some(value) = fields.value(name) else { return Ok(None) };
    let day = json(value.get_ref()).and_then(|it| it.as_str()?.parse().ok());
    day.map_or_else(
        || fields.fail(name, format!("`{name}` is a day: 2026-01-31")),
        |it| Ok(Some(it)),
    )
}

/// Where findings point: fields that a claim has.
fn path(fields: Fields<'_>) -> Result<String, Problem> {
    if fields.value("path").is_none() {
        return Ok(String::new());
    }
    let path = fields.text("path", 120)?;
    let item = |name: &str| {
        name.split('[').skip(1).all(|it| {
            it.strip_suffix(']').is_some_and(|it| {
                (1..=3).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit())
            })
        })
    };
    let names = path.split('.');
    let mut wrong =
        names.filter(|name| !fields::is_known(name.split('[').next().unwrap_or("")) || !item(name));
    match wrong.next() {
        None => Ok(path.to_owned()),
        Some(name) => fields.fail("path", format!("no part of a claim is called `{name}`")),
    }
}

fn examples(fields: Fields<'_>, header: &Header<'_>) -> Result<Vec<Example>, Problem> {
    let mut examples = Vec::new();
    for (name, fails) in [("fails", true), ("passes", false)] {
        let tables = fields.tables(name)?;
        if tables.len() > MAX_EXAMPLES {
            return fields.fail(name, "a rule has at most 50 examples of a kind");
        }
        for table in &tables {
            let of = Fields { table: table.get_ref(), at: table.span().start, ..fields };
            examples.push(example(of, fails, header)?);
        }
    }
    Ok(examples)
}

fn example(fields: Fields<'_>, fails: bool, header: &Header<'_>) -> Result<Example, Problem> {
    fields.only(&["on", "claim", "change", "remove", "at", "today"])?;
    let on = fields.word("on", &["professional", "institutional", "dental"])?;
    let no_float = "write amounts and counts as texts: \"1.50\"";
    let claim = match fields.value("claim") {
        None => None,
        Some(value) => match json(value.get_ref()) {
            Some(claim) => Some(claim),
            None => return fields.fail("claim", no_float),
        },
    };
    let mut changes = Vec::new();
    if let Some(table) = fields.table("change")? {
        for (path, value) in table.table {
            let Some(value) = json(value.get_ref()) else {
                return table.fail(path.get_ref(), no_float);
            };
            changes.push((path.get_ref().to_string(), value));
        }
    }
    let at = match fields.value("at") {
        Some(_) => Some(fields.text("at", 120)?.to_owned()),
        None => None,
    };
    Ok(Example {
        line: expression::line_column(fields.source.text, fields.at).0,
        fails,
        on: kind(on).unwrap_or_default(),
        payer: header.payer.clone(),
        claim,
        changes,
        removals: fields.texts("remove", 120)?,
        at,
        today: day(fields, "today")?,
    })
}
