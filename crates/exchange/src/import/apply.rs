//! Apply: which record of the model do a foreign record and its table make?
//!
//! Fields are taken in the order of the table, whatever their order in the source. What has no row, no place
//! or no readable value, and what another field has told already, is noted with its path.

use superbill_types::{
    Date, Finding, Findings, Location, Money, Quantity, Rule, Span, sort_by_number,
};

use super::clearinghouse::merge;
use super::form::several;
use super::json::{Json, Value};
use super::rules;
use super::table::{How, Pick, Row, Shape, Step, Table, Target};

/// Reads records by a table.
pub(super) struct Apply<'t> {
    pub(super) table: &'t Table<'t>,
    /// What did not carry over.
    pub(super) report: Findings,
}

/// A field with a row, to be put in its place.
struct Work<'w, 't, 's> {
    order: (usize, usize),
    row: &'w Row<'t>,
    json: &'w Json<'s>,
    path: String,
    /// Where the targets of the row begin.
    base: &'w [Step<'t>],
}

impl<'t> Apply<'t> {
    /// Puts the fields of a record in their places.
    pub(super) fn record(&mut self, json: &Json<'_>, shape: &str, path: &str, out: &mut Json<'t>) {
        let table = self.table;
        let Some(shape) = table.shape(shape) else { return };
        let mut work = Vec::new();
        self.gather(json, shape, "", path, &mut work);
        sort_by_number(&mut work, |one| ((one.order.0 as i64) << 32) | one.order.1 as i64);
        for one in work {
            self.value(&one, one.json, one.path.clone(), out);
        }
    }

    /// Puts one field in its place.
    pub(super) fn field(
        &mut self,
        row: &Row<'t>,
        json: &Json<'_>,
        path: String,
        out: &mut Json<'t>,
    ) {
        let work = Work { order: (0, 0), row, json, path: String::new(), base: &[] };
        self.value(&work, json, path, out);
    }

    /// Finds the row of each field; tells those that have none.
    fn gather<'w, 's>(
        &mut self,
        json: &'w Json<'s>,
        shape: &'w Shape<'t>,
        within: &str,
        path: &str,
        work: &mut Vec<Work<'w, 't, 's>>,
    ) where
        't: 'w,
    {
        let entries = match &json.value {
            Value::Record(entries) => entries,
            Value::List(items) => {
                for (n, item) in items.iter().enumerate() {
                    self.gather(item, shape, within, &format!("{path}[{n}]"), work);
                }
                return;
            }
            Value::Null => return,
            _ => return self.note(&rules::NOT_READ, path, json, &[("expected", "record")]),
        };
        for (name, value) in entries {
            let source =
                if within.is_empty() { name.to_string() } else { format!("{within}.{name}") };
            let path = join(path, name);
            let list = matches!(value.value, Value::List(_));
            let rest = shape.row("*");
            let of_rest = rest.and_then(|(place, row)| match row.how {
                How::Use(name) => Some((place, self.table.shape(name)?, row.targets.first()?)),
                _ => None,
            });
            let own = find(shape, &source, list).map(|(place, row)| ((place, 0), row, &[][..]));
            let found = own.or_else(|| {
                let (place, shape, target) = of_rest?;
                let (inner, row) = find(shape, &source, list)?;
                Some(((place, inner), row, target.steps.as_slice()))
            });
            if let Some((order, row, base)) = found {
                work.push(Work { order, row, json: value, path, base });
            } else if shape.has_within(&source) {
                self.gather(value, shape, &source, &path, work);
            } else if value.value != Value::Null {
                self.note(&rules::UNKNOWN, &path, value, &[]);
            }
        }
    }

    /// One value, or each of a list.
    fn value(
        &mut self,
        work: &Work<'_, 't, '_>,
        json: &Json<'_>,
        path: String,
        out: &mut Json<'t>,
    ) {
        match &json.value {
            Value::Null => return,
            Value::Text(text) if text.trim().is_empty() => return,
            Value::List(items) if !whole(&work.row.how) => {
                for (n, item) in items.iter().enumerate() {
                    self.value(work, item, format!("{path}[{n}]"), out);
                }
                return;
            }
            _ => {}
        }
        match &work.row.how {
            How::Drop(reason) => self.note(&rules::NO_PLACE, &path, json, &[("reason", reason)]),
            How::Use(shape) => self.inner(work, shape, json, &path, out),
            How::Adjustments => {
                if let Some(to) = work.row.targets.first() {
                    self.adjustments(json, &path, reach(out, work.base, &to.steps));
                }
            }
            How::Providers => {
                if let Some(to) = work.row.targets.first() {
                    self.providers(json, &path, reach(out, work.base, &to.steps));
                }
            }
            How::Slots(places) => {
                if let Some(to) = work.row.targets.first() {
                    self.slots(json, places, &path, reach(out, work.base, &to.steps));
                }
            }
            How::Flag => match flag(json) {
                Some(true) => self.put(work, json, None, &path, out),
                Some(false) => {}
                None => self.note(&rules::NOT_READ, &path, json, &[("expected", "yes or no")]),
            },
            How::Told if flag(json) == Some(false) => {}
            How::Told => self.put(work, json, None, &path, out),
            how @ (How::Name | How::Procedure | How::Pointers) => {
                let (Some(to), Some(text)) = (work.row.targets.first(), json.text()) else {
                    return self.note(&rules::NOT_READ, &path, json, &[("expected", "text")]);
                };
                let mut place = Json::default();
                match several(how, text, &mut place) {
                    Some(()) => merge(reach(out, work.base, &to.steps), place),
                    None => self.note(&rules::NOT_READ, &path, json, &[("expected", "list")]),
                }
            }
            how => match scalar(how, json) {
                Ok(text) => self.put(work, json, Some(text), &path, out),
                Err(expected) => {
                    self.note(&rules::NOT_READ, &path, json, &[("expected", expected)]);
                }
            },
        }
    }

    /// A record that has a shape of its own.
    fn inner(
        &mut self,
        work: &Work<'_, 't, '_>,
        shape: &str,
        json: &Json<'_>,
        path: &str,
        out: &mut Json<'t>,
    ) {
        if !matches!(json.value, Value::Record(_)) {
            return self.note(&rules::NOT_READ, path, json, &[("expected", "record")]);
        }
        let Some((last, before)) = work.row.targets.split_last() else { return };
        self.constants(work, before, out);
        self.record(json, shape, path, reach(out, work.base, &last.steps));
    }

    fn constants(&mut self, work: &Work<'_, 't, '_>, targets: &[Target<'t>], out: &mut Json<'t>) {
        for target in targets {
            if let Some(constant) = target.constant {
                *reach(out, work.base, &target.steps) = Json::made(constant);
            }
        }
    }

    /// Puts constants and a value where the row says.
    fn put(
        &mut self,
        work: &Work<'_, 't, '_>,
        json: &Json<'_>,
        text: Option<String>,
        path: &str,
        out: &mut Json<'t>,
    ) {
        let targets = &work.row.targets;
        for target in targets.iter().filter(|target| target.constant.is_none()) {
            let Some(text) = &text else { continue };
            if let How::DateHour = work.row.how {
                let place = reach(out, work.base, &target.steps);
                let (day, time) = text.split_at_checked(10).unwrap_or((text, ""));
                *place.field("from") = Json::made(day.to_owned());
                if !time.is_empty() {
                    *place.field("time") = Json::made(time.to_owned());
                }
                continue;
            }
            let place = reach(out, work.base, &target.steps);
            match place.text() {
                Some(before) if before == text => {}
                Some(_) => return self.note(&rules::TOLD_TWICE, path, json, &[]),
                None => *place = Json { at: json.at, ..Json::made(text.clone()) },
            }
        }
        self.constants(work, targets, out);
    }

    /// A list of values that stand in numbered places.
    fn slots(&mut self, json: &Json<'_>, places: &[&'t str], path: &str, out: &mut Json<'t>) {
        let one = std::slice::from_ref(json);
        let items = if let Value::List(items) = &json.value { items } else { one };
        for (n, item) in items.iter().enumerate() {
            let path = format!("{path}[{n}]");
            match (item.text(), places.get(n)) {
                (Some(text), Some(place)) => {
                    let mut value = Json::default();
                    *value.field("position") = Json::made(*place);
                    *value.field("text") = Json::made(text.to_owned());
                    out.items().push(value);
                }
                (Some(_), None) => {
                    let reason = "more than can be sent";
                    self.note(&rules::NO_PLACE, &path, item, &[("reason", reason)]);
                }
                (None, _) => self.note(&rules::NOT_READ, &path, item, &[("expected", "text")]),
            }
        }
    }

    /// Adds to the report.
    pub(super) fn note(
        &mut self,
        rule: &'static Rule,
        path: &str,
        json: &Json<'_>,
        facts: &[(&'static str, &str)],
    ) {
        self.report.push(note(rule, path, json.at, facts));
    }
}

/// A finding at a place of the source.
pub(super) fn note(
    rule: &'static Rule,
    path: &str,
    at: usize,
    facts: &[(&'static str, &str)],
) -> Finding {
    let span = Span::new(at as u64, at as u64);
    let location = Location { path: path.to_owned(), span, ..Location::default() };
    facts.iter().fold(Finding::new(rule, location), |finding, (name, value)| {
        finding.with(name, (*value).to_owned())
    })
}

/// Whether a list is read as a whole.
fn whole(how: &How<'_>) -> bool {
    matches!(how, How::Adjustments | How::Slots(_))
}

fn find<'w, 't>(shape: &'w Shape<'t>, source: &str, list: bool) -> Option<(usize, &'w Row<'t>)> {
    let of_list = list.then(|| shape.row(&format!("{source}[]"))).flatten();
    of_list.or_else(|| shape.row(source))
}

/// A path with one more step.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The place of a target, made where there is none.
pub(super) fn reach<'o, 't>(
    out: &'o mut Json<'t>,
    base: &[Step<'t>],
    steps: &[Step<'t>],
) -> &'o mut Json<'t> {
    let mut place = out;
    for step in base.iter().chain(steps) {
        place = place.field(step.name);
        let (items, at, keys) = match &step.pick {
            Pick::Field => continue,
            Pick::At(at) => {
                let items = place.items();
                (items, *at, &[][..])
            }
            Pick::Append(keys) => {
                let items = place.items();
                let at = items.len();
                (items, at, keys.as_slice())
            }
            Pick::Find(keys) => {
                let items = place.items();
                let has = |item: &Json<'_>| {
                    keys.iter().all(|(k, v)| item.get(k).and_then(Json::text) == Some(v))
                };
                let at = items.iter().position(has).unwrap_or(items.len());
                (items, at, keys.as_slice())
            }
        };
        let new = items.len() <= at;
        while items.len() <= at {
            items.push(Json::default());
        }
        place = &mut items[at];
        for (key, value) in keys.iter().filter(|_| new) {
            *place.field(key) = Json::made(*value);
        }
    }
    place
}

/// A value as the model spells it; what was expected, where it is none.
fn scalar(how: &How<'_>, json: &Json<'_>) -> Result<String, &'static str> {
    if let How::YesNo = how {
        let yes = flag(json).ok_or("yes or no")?;
        return Ok(if yes { "Y" } else { "N" }.to_owned());
    }
    let text = match &json.value {
        Value::Bool(value) if matches!(how, How::Choice(_)) => {
            if *value {
                "true"
            } else {
                "false"
            }
        }
        _ => json.text().ok_or("text")?.trim(),
    };
    let plain = |drop: fn(char) -> bool| text.chars().filter(|&c| !drop(c)).collect::<String>();
    match how {
        How::Choice(pairs) => {
            let told: String =
                text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
            let known = pairs
                .iter()
                .find(|(name, value)| *name == told || value.eq_ignore_ascii_case(&told));
            known.map(|(_, value)| (*value).to_owned()).ok_or("value that is known here")
        }
        How::Code => Ok(plain(|c| c == '.' || c == ' ')),
        How::Plain => Ok(plain(|c| c == '-')),
        How::Phone => {
            let digits = plain(|c| matches!(c, '(' | ')' | '-' | '.' | ' ' | '+'));
            Ok(if digits.bytes().all(|b| b.is_ascii_digit()) { digits } else { text.to_owned() })
        }
        How::Money => {
            let amount = plain(|c| c == '$' || c == ',');
            amount.parse::<Money>().map(|_| amount).map_err(|_| "amount")
        }
        How::Quantity => text.parse::<Quantity>().map(|_| text.to_owned()).map_err(|_| "number"),
        How::Date => day(text).map(|day| day.to_string()).ok_or("day of the calendar"),
        How::Time => {
            let digits = plain(|c| c == ':');
            let fits = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
            fits.then_some(digits).ok_or("time of day")
        }
        How::DateHour => {
            let digits = plain(|c| matches!(c, '-' | ':' | 'T'));
            let (date, time) = digits.split_at_checked(8).ok_or("day and hour")?;
            let fits = matches!(time.len(), 0 | 4) && time.bytes().all(|b| b.is_ascii_digit());
            let day = Date::from_ccyymmdd(date).filter(|_| fits).ok_or("day and hour")?;
            Ok(format!("{day}{time}"))
        }
        _ => Ok(text.to_owned()),
    }
}

/// A day as eight digits, as `YYYY-MM-DD`, or month first with a full year.
fn day(text: &str) -> Option<Date> {
    if let Some(day) = Date::from_ccyymmdd(text).or_else(|| text.parse().ok()) {
        return Some(day);
    }
    let mut parts = text.split(['/', '-', ' ']).map(|part| part.parse::<u32>().ok());
    let (month, date, year) = (parts.next()??, parts.next()??, parts.next()??);
    let full = year > 999 && parts.next().is_none();
    full.then(|| Date::new(year.cast_signed(), month, date)).flatten()
}

fn flag(json: &Json<'_>) -> Option<bool> {
    match &json.value {
        Value::Bool(value) => Some(*value),
        Value::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "y" | "yes" | "1" | "p" | "x" => Some(true),
            "false" | "n" | "no" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
