//! Tables: where does each field of a foreign record stand in the model?
//!
//! The format is told at the head of `data/clearinghouse.map`. Tables are part of the build and proved by its
//! tests, so a line that cannot be read is a bug and is passed over.

use std::collections::BTreeMap;

/// Shapes by name.
pub(super) struct Table<'t>(BTreeMap<&'t str, Shape<'t>>);

/// The fields of one kind of record.
#[derive(Default)]
pub(super) struct Shape<'t> {
    rows: Vec<Row<'t>>,
    places: BTreeMap<&'t str, usize>,
}

/// One field.
pub(super) struct Row<'t> {
    /// Its name; a path where it stands in records that have no shape of their own.
    pub(super) source: &'t str,
    /// How it is read.
    pub(super) how: How<'t>,
    /// Where it goes, constants first.
    pub(super) targets: Vec<Target<'t>>,
}

/// How a field is read.
pub(super) enum How<'t> {
    Text,
    Code,
    Money,
    Quantity,
    Date,
    Time,
    DateHour,
    Phone,
    Plain,
    Flag,
    YesNo,
    Adjustments,
    Providers,
    Name,
    Procedure,
    Pointers,
    Told,
    Choice(Vec<(&'t str, &'t str)>),
    Slots(Vec<&'t str>),
    Use(&'t str),
    Drop(&'t str),
}

/// A field of the model, and what is put there if not the value.
pub(super) struct Target<'t> {
    pub(super) steps: Vec<Step<'t>>,
    pub(super) constant: Option<&'t str>,
}

/// One step into a record of the model.
#[derive(Clone, Debug)]
pub(super) struct Step<'t> {
    pub(super) name: &'t str,
    pub(super) pick: Pick<'t>,
}

/// Which item of a list.
#[derive(Clone, Debug)]
pub(super) enum Pick<'t> {
    /// It is no list.
    Field,
    At(usize),
    Append(Vec<(&'t str, &'t str)>),
    Find(Vec<(&'t str, &'t str)>),
}

impl<'t> Table<'t> {
    /// Reads a table, and tells the lines that cannot be read.
    pub(super) fn read(text: &'t str) -> (Self, Vec<&'t str>) {
        let mut shapes: BTreeMap<&str, Shape> = BTreeMap::new();
        let (mut name, mut bad) = ("", Vec::new());
        for line in text.lines().map(str::trim) {
            if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                name = section;
            } else if !line.is_empty() && !line.starts_with('#') {
                let shape = shapes.entry(name).or_default();
                match Row::read(line) {
                    Some(row) => {
                        shape.places.insert(row.source, shape.rows.len());
                        shape.rows.push(row);
                    }
                    None => bad.push(line),
                }
            }
        }
        (Self(shapes), bad)
    }

    /// A shape by its name.
    pub(super) fn shape(&self, name: &str) -> Option<&Shape<'t>> {
        self.0.get(name)
    }

    /// All shapes, by name.
    #[cfg(test)]
    pub(super) fn shapes(&self) -> impl Iterator<Item = (&&'t str, &Shape<'t>)> {
        self.0.iter()
    }
}

impl<'t> Shape<'t> {
    /// The row of a field and its place in the shape.
    pub(super) fn row(&self, source: &str) -> Option<(usize, &Row<'t>)> {
        let &place = self.places.get(source)?;
        self.rows.get(place).map(|row| (place, row))
    }

    /// Whether fields of a record of this name have rows.
    pub(super) fn has_within(&self, source: &str) -> bool {
        let mut from = self.places.range(source..).take_while(|(name, _)| name.starts_with(source));
        from.any(|(name, _)| name.strip_prefix(source).is_some_and(|rest| rest.starts_with('.')))
    }

    /// All rows.
    pub(super) fn rows(&self) -> &[Row<'t>] {
        &self.rows
    }
}

impl<'t> Row<'t> {
    fn read(line: &'t str) -> Option<Self> {
        let (source, rest) = line.split_once(char::is_whitespace)?;
        let rest = rest.trim_start();
        let (how, rest) = rest.split_once(char::is_whitespace)?;
        let rest = rest.trim();
        let (how, argument) = how.split_once(':').unwrap_or((how, ""));
        let how = match how {
            "text" => How::Text,
            "code" => How::Code,
            "money" => How::Money,
            "quantity" => How::Quantity,
            "date" => How::Date,
            "time" => How::Time,
            "datehour" => How::DateHour,
            "phone" => How::Phone,
            "plain" => How::Plain,
            "flag" => How::Flag,
            "yesno" => How::YesNo,
            "adjustments" => How::Adjustments,
            "providers" => How::Providers,
            "name" => How::Name,
            "procedure" => How::Procedure,
            "pointers" => How::Pointers,
            "told" => How::Told,
            "choice" => How::Choice(pairs(argument)?),
            "slots" => How::Slots(argument.split(',').collect()),
            "use" => How::Use(argument),
            "drop" => return Some(Self { source, how: How::Drop(rest), targets: Vec::new() }),
            _ => return None,
        };
        let targets = rest.split_whitespace().map(Target::read).collect::<Option<Vec<_>>>()?;
        Some(Self { source, how, targets })
    }
}

impl<'t> Target<'t> {
    fn read(text: &'t str) -> Option<Self> {
        // A constant's sign stands behind the last bracket.
        let close = text.rfind(']').map_or(0, |at| at + 1);
        let (path, constant) = match text.get(close..)?.split_once('=') {
            Some((rest, constant)) => (text.get(..close + rest.len())?, Some(constant)),
            None => (text, None),
        };
        let steps = if path == "." { Vec::new() } else { steps(path)? };
        Some(Self { steps, constant })
    }
}

fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    path.split('.').map(Step::read).collect()
}

impl<'t> Step<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let Some((name, pick)) = text.split_once('[') else {
            return Some(Self { name: text, pick: Pick::Field });
        };
        let pick = pick.strip_suffix(']')?;
        let pick = match pick.strip_prefix('+') {
            Some(rest) => Pick::Append(pairs(rest)?),
            None => match pick.parse() {
                Ok(at) => Pick::At(at),
                Err(_) => Pick::Find(pairs(pick)?),
            },
        };
        Some(Self { name, pick })
    }
}

/// Names with values: `a=1,b=2`.
fn pairs(text: &str) -> Option<Vec<(&str, &str)>> {
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{clearinghouse, form};

    #[test]
    fn every_line_of_the_tables_is_read() {
        for text in [clearinghouse::MAP, form::MAP] {
            let (table, bad) = Table::read(text);
            assert_eq!(bad, [""; 0]);
            let mut names = Vec::new();
            for (shape, rows) in table.shapes() {
                for row in rows.rows() {
                    if let How::Use(name) = row.how {
                        assert!(table.shape(name).is_some(), "no shape {name}");
                    }
                    for name in row.source.split('|') {
                        assert!(!names.contains(&(shape, name)), "{shape}: {name} stands twice");
                        names.push((shape, name));
                    }
                }
            }
        }
    }
}
