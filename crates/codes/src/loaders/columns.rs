//! Lists with columns: which column is the code, which its text, which its days?
//!
//! Text between commas, semicolons, bars or tabs, with a header that names the columns; lines above it are
//! passed over. NUCC publishes so (eight columns, texts of several lines in quotes), the AMA its deleted codes, and
//! licensees of NUBC save their lists so.

use super::text::{self, Records};
use super::{Row, Wrong};
use crate::CodeSystem;

/// Where the columns are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    line: usize,
    separator: u8,
    code: usize,
    text: Option<usize>,
    /// What says it where there is no text: the parts of a taxonomy.
    parts: Vec<usize>,
    from: Option<usize>,
    to: Option<usize>,
    /// The list its names speak of.
    pub(super) system: Option<CodeSystem>,
    /// Whether it is a list of codes that ended.
    pub(super) ended: bool,
}

/// Finds the header among the first lines: names of a code and a text, above a record that has a code there.
/// A notice could have the names, not the record.
pub(super) fn header(file: &str) -> Option<Header> {
    SEPARATORS.iter().find_map(|separator| {
        let records: Vec<_> = Records::new(file, *separator).take(ABOVE).collect();
        records.windows(2).find_map(|pair| {
            let [(line, names), (_, below)] = pair else { return None };
            let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
            let header = of_names(&names, *line, *separator)?;
            let code = below.get(header.code).filter(|_| below.len() == names.len())?;
            let letter = |c: u8| c.is_ascii_digit() || c.is_ascii_uppercase();
            let good = (1..=15).contains(&code.len()) && code.bytes().all(letter);
            good.then_some(header)
        })
    })
}

fn of_names(names: &[String], line: usize, separator: u8) -> Option<Header> {
    let find = |wanted: &dyn Fn(&str) -> bool| names.iter().position(|name| wanted(name));
    let has = |name: &str, words: &[&str]| words.iter().any(|word| name.contains(word));
    let code = find(&|name| name == "code")
        .or_else(|| find(&|name| name.ends_with("code") && !has(name, &DAYS)))?;
    let to = find(&|name| has(name, &LAST) || name == "end" || name == "to");
    let from = find(&|name| has(name, &FIRST) && !has(name, &LAST));
    let taxonomy = ["grouping", "classification"].iter().all(|it| names.iter().any(|at| at == it));
    let named = || TEXTS.iter().find_map(|it| find(&|name| name == *it));
    let text = match taxonomy {
        true => find(&|name| name == "displayname"),
        false => named().or_else(|| find(&|name| has(name, &TEXTS))),
    };
    let text = text.filter(|it| *it != code);
    let parts = ["classification", "specialization"].map(|it| find(&|name| name == it));
    let parts = parts.into_iter().flatten().filter(|_| taxonomy).collect();
    let own = names.get(code).map_or("", String::as_str);
    let named = SYSTEMS.iter().find(|(word, _)| own.contains(word)).map(|it| it.1);
    let system = if taxonomy { Some(CodeSystem::Taxonomy) } else { named };
    let deleted = to.and_then(|at| names.get(at)).is_some_and(|name| name.contains("delet"));
    let ended = deleted && system == Some(CodeSystem::Cpt) && from.is_none();
    let some = text.is_some() || taxonomy;
    some.then_some(Header { line, separator, code, text, parts, from, to, system, ended })
}

/// The rows of a list.
pub(super) fn read(file: &str) -> Result<Vec<Row>, (usize, Wrong)> {
    let header = header(file).ok_or((1, Wrong::Unknown))?;
    let mut rows = Vec::new();
    for (line, fields) in records(file, &header) {
        let field = |at: usize| fields.get(at).map_or("", String::as_str);
        let code = field(header.code).trim_start_matches('\'');
        if code.is_empty() {
            return Err((line, Wrong::Row));
        }
        let day = |at: Option<usize>| {
            text::day_or_none(at.map_or("", field)).map_err(|what| (line, what))
        };
        rows.push(Row {
            line,
            code: code.to_owned(),
            text: text_of(&header, field),
            days: (day(header.from)?, day(header.to)?),
        });
    }
    Ok(rows)
}

/// The rows of a list of codes that ended: each was in effect up to the day before.
pub(super) fn read_ended(file: &str) -> Result<Vec<Row>, (usize, Wrong)> {
    let header = header(file).ok_or((1, Wrong::Unknown))?;
    let mut rows = Vec::new();
    for (line, fields) in records(file, &header) {
        let field = |at: usize| fields.get(at).map_or("", String::as_str);
        let ended = header.to.and_then(|at| text::day(field(at))).ok_or((line, Wrong::Day))?;
        rows.push(Row {
            line,
            code: field(header.code).to_owned(),
            text: text_of(&header, field),
            days: (None, text::before(ended)),
        });
    }
    Ok(rows)
}

/// The records below the header that are not blank.
fn records<'a>(
    file: &'a str,
    header: &Header,
) -> impl Iterator<Item = (usize, Vec<String>)> + use<'a> {
    let above = header.line;
    let records = Records::new(file, header.separator).skip_while(move |it| it.0 <= above);
    records.filter(|(_, fields)| fields.iter().any(|field| !field.is_empty()))
}

fn text_of<'f>(header: &Header, field: impl Fn(usize) -> &'f str) -> String {
    let texts = header.text.iter().chain(&header.parts).map(|at| one_line(field(*at)));
    let count = if header.text.is_some_and(|at| !field(at).is_empty()) { 1 } else { 3 };
    let texts: Vec<String> = texts.take(count).filter(|it| !it.is_empty()).collect();
    texts.join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name in small letters, without what is between its words.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

pub(super) const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];
/// Records that may stand above the rows.
const ABOVE: usize = 40;
/// Names of the text, the best first.
const TEXTS: [&str; 9] = [
    "longdescription",
    "description",
    "displayname",
    "descriptor",
    "definition",
    "title",
    "meaning",
    "label",
    "name",
];
/// Parts of the names of days: any, the first in effect, the last.
const DAYS: [&str; 5] = ["date", "effective", "start", "begin", "terminat"];
const FIRST: [&str; 5] = ["effective", "start", "begin", "adddate", "validfrom"];
const LAST: [&str; 8] =
    ["terminat", "expir", "discontinu", "delet", "inactiv", "enddate", "through", "validto"];
/// What the name of the code's column says of the list.
const SYSTEMS: [(&str, CodeSystem); 11] = [
    ("cpt", CodeSystem::Cpt),
    ("cdt", CodeSystem::Cdt),
    ("revenue", CodeSystem::Revenue),
    ("condition", CodeSystem::Condition),
    ("occurrencespan", CodeSystem::OccurrenceSpan),
    ("occurrence", CodeSystem::Occurrence),
    ("value", CodeSystem::Value),
    ("discharge", CodeSystem::DischargeStatus),
    ("typeofbill", CodeSystem::TypeOfBill),
    ("taxonomy", CodeSystem::Taxonomy),
    ("modifier", CodeSystem::Modifier),
];
