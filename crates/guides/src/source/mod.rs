//! Guide sources: what does a `.guide` file say, and where is it wrong?
//!
//! One fact a line, two spaces of indent a level; `data/README.md` has the grammar. Everything is checked
//! here, so that the compiler only lays out what is sound. Errors name file and line.

mod line;
mod lists;

use core::fmt;

use nom::Parser;
use nom::combinator::all_consuming;
use superbill_x12::Usage;

use line::{Head, Line, any_line};

/// A guide as its file says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Version, transaction set id, functional id, title.
    pub heading: [String; 4],
    /// Segments and loops of the top level.
    pub children: Vec<Child>,
}

/// A segment or a loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Child {
    /// Line of the file.
    pub line: usize,
    /// Segment or loop id.
    pub id: String,
    /// Whether it must stand.
    pub usage: Usage,
    /// How often it may stand; 0 without limit.
    pub max: u16,
    /// Order among its siblings.
    pub position: u16,
    /// Plain name.
    pub name: String,
    /// What it is made of.
    pub content: Content,
}

/// What a child is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Elements; what tells it apart: element, component (0 for the whole), codes.
    Segment {
        /// In order, without gaps.
        elements: Vec<Element>,
        /// Relational conditions such as `P0304`.
        notes: Vec<String>,
        /// Conditions that must all hold.
        matches: Vec<(u8, u8, Vec<String>)>,
    },
    /// Segments and loops.
    Loop(Vec<Child>),
    /// The children of the loop at a path.
    Like(Vec<String>),
}

/// An element or component.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Whether it must stand.
    pub usage: Usage,
    /// Data element or composite number.
    pub number: String,
    /// How often it may repeat; 0 without limit.
    pub repeat: u16,
    /// Plain name.
    pub name: String,
    /// Simple or made of components.
    pub form: Form,
}

/// The form of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One value.
    Simple {
        /// `AN`, `ID`, `N0`, `N2`, `R`, `DT`, `TM` or `B`.
        kind: String,
        /// Least and most characters.
        length: (u16, u16),
        /// Characters receivers must support; 0 where it is the most.
        limit: u16,
        /// The codes it may hold; empty where any.
        codes: Vec<String>,
        /// Name of an external code list; empty without. Its codes are among `codes` where they are known here.
        external: String,
        /// Whether it counts the loops of its parent from 1.
        counts: bool,
    },
    /// Components.
    Composite {
        /// In order, without gaps.
        parts: Vec<Element>,
        /// Relational conditions.
        notes: Vec<String>,
    },
}

/// A line that is not as the format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// File name as given.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

impl core::error::Error for SourceError {}

/// Reads a `.guide` file.
///
/// # Errors
/// [`SourceError`] at the first line that breaks the grammar or the rules of the format.
pub fn read(file: &str, text: &str) -> Result<Source, SourceError> {
    let fail = |line, problem: String| SourceError { file: file.to_owned(), line, problem };
    let mut lines = Vec::new();
    for (at, line) in (1..).zip(text.lines()) {
        let body = line.trim_start_matches(' ');
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let indent = line.len() - body.len();
        if indent % 2 != 0 {
            return Err(fail(at, "indent is not a multiple of two spaces".into()));
        }
        let (_, parsed) = all_consuming(any_line).parse(body).map_err(|error| {
            let rest = match &error {
                nom::Err::Error(e) | nom::Err::Failure(e) => e.input,
                nom::Err::Incomplete(_) => "",
            };
            fail(
                at,
                format!("not understood from `{}` on", rest.chars().take(40).collect::<String>()),
            )
        })?;
        lines.push((at, indent / 2, parsed));
    }
    let mut lines = Lines { file, lines: lines.into_iter().peekable(), last: 0 };
    let Some((_, 0, Line::Guide(heading))) = lines.lines.next() else {
        return Err(fail(1, "a guide begins with a `guide` line".into()));
    };
    let children = lines.children(1)?;
    if let Some((line, ..)) = lines.lines.peek() {
        return Err(fail(*line, "this line does not belong here".into()));
    }
    let source = Source { heading, children };
    check(&source.children, true)
        .and_then(|()| check_paths(&source.children, &source))
        .map_err(|(line, problem)| fail(line, problem))?;
    Ok(source)
}

impl Source {
    /// The children of the loop at a path from the top level.
    #[must_use]
    pub fn at(&self, path: &[String]) -> Option<&Child> {
        let (last, before) = path.split_last()?;
        let mut children = &self.children;
        for step in before {
            let Content::Loop(inner) = &find(children, step)?.content else { return None };
            children = inner;
        }
        find(children, last)
    }
}

fn find<'s>(children: &'s [Child], id: &str) -> Option<&'s Child> {
    children.iter().find(|c| c.id == id && !matches!(c.content, Content::Segment { .. }))
}

type Problem = Result<(), (usize, String)>;

/// The rules of the format that one loop can break.
fn check(children: &[Child], top: bool) -> Problem {
    let mut last = 0;
    for (at, child) in children.iter().enumerate() {
        let fail = |problem: &str| Err((child.line, format!("{}: {problem}", child.id)));
        if child.position < last {
            return fail("positions descend");
        }
        last = child.position;
        if at == 0 && !top {
            let first = matches!(child.content, Content::Segment { .. });
            if !first || child.usage != Usage::Required || child.max != 1 {
                return fail("a loop begins with a segment that is R and stands once");
            }
        }
        match &child.content {
            Content::Loop(inner) if inner.is_empty() => return fail("the loop is empty"),
            Content::Loop(inner) => check(inner, false)?,
            Content::Like(_) => {}
            Content::Segment { elements, matches, .. } => {
                for (element, component, codes) in matches {
                    if !can_match(elements, *element, *component, codes) {
                        return fail("`match` names codes that the element does not list");
                    }
                }
            }
        }
    }
    Ok(())
}

fn can_match(elements: &[Element], element: u8, component: u8, codes: &[String]) -> bool {
    let Some(element) = elements.get(usize::from(element).wrapping_sub(1)) else { return false };
    let element = match (&element.form, component) {
        (Form::Simple { .. }, 0) => Some(element),
        (Form::Composite { parts, .. }, 1..) => parts.get(usize::from(component) - 1),
        _ => None,
    };
    match element.map(|element| &element.form) {
        Some(Form::Simple { codes: listed, .. }) => codes.iter().all(|c| listed.contains(c)),
        _ => false,
    }
}

fn check_paths(children: &[Child], source: &Source) -> Problem {
    for child in children {
        match &child.content {
            Content::Loop(inner) => check_paths(inner, source)?,
            Content::Like(path) => match source.at(path).map(|target| &target.content) {
                Some(Content::Loop(_)) => {}
                _ => return Err((child.line, format!("{}: `like` names no loop", child.id))),
            },
            Content::Segment { .. } => {}
        }
    }
    Ok(())
}

struct Lines<'f, I: Iterator<Item = (usize, usize, Line)>> {
    file: &'f str,
    lines: core::iter::Peekable<I>,
    last: usize,
}

impl<I: Iterator<Item = (usize, usize, Line)>> Lines<'_, I> {
    /// The next line if it stands at this depth.
    fn next_at(&mut self, depth: usize) -> Option<Line> {
        let (line, _, parsed) = self.lines.next_if(|(_, indent, _)| *indent == depth)?;
        self.last = line;
        Some(parsed)
    }

    fn fail<T>(&self, problem: &str) -> Result<T, SourceError> {
        Err(SourceError { file: self.file.into(), line: self.last, problem: problem.into() })
    }

    fn children(&mut self, depth: usize) -> Result<Vec<Child>, SourceError> {
        let mut out = Vec::new();
        while let Some(parsed) = self.next_at(depth) {
            let line = self.last;
            let (head, position, content) = match parsed {
                Line::Loop { head, position, like: Some(path) } => {
                    (head, position, Content::Like(path))
                }
                Line::Loop { head, position, like: None } => {
                    (head, position, Content::Loop(self.children(depth + 1)?))
                }
                Line::Segment { head, position, matches } => {
                    let (elements, notes) = self.elements(depth + 1)?;
                    (head, position, Content::Segment { elements, notes, matches })
                }
                _ => return self.fail("only loops and segments stand here"),
            };
            let Head { id, usage, max, name } = head;
            out.push(Child { line, id, usage, max, position, name, content });
        }
        Ok(out)
    }

    fn elements(&mut self, depth: usize) -> Result<(Vec<Element>, Vec<String>), SourceError> {
        let (mut elements, mut notes) = (Vec::new(), Vec::new());
        while let Some(parsed) = self.next_at(depth) {
            match parsed {
                Line::Element(position, mut element) => {
                    if usize::from(position) != elements.len() + 1 {
                        return self.fail("element positions have a gap");
                    }
                    if let Form::Composite { parts, notes } = &mut element.form {
                        (*parts, *notes) = self.elements(depth + 1)?;
                        let composite =
                            |part: &Element| matches!(part.form, Form::Composite { .. });
                        if parts.iter().any(composite) {
                            return self.fail("a component cannot be a composite");
                        }
                        if parts.is_empty() && element.usage != Usage::NotUsed {
                            return self.fail("a composite that is used has components");
                        }
                    }
                    elements.push(element);
                }
                Line::Note(note) => notes.push(note),
                _ => return self.fail("only elements and conditions stand here"),
            }
        }
        Ok((elements, notes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "guide 005010X1 999 FA \"Title\"\n";

    fn problem(lines: &str) -> String {
        read("x.guide", &format!("{HEAD}{lines}")).expect_err("it is wrong").to_string()
    }

    #[test]
    fn a_sound_source_is_read_whole() {
        let text = format!(
            "{HEAD}# a remark\n  loop 2000 S >1 pos=10 \"Loop\"\n    \
             seg CTX R 1 pos=10 match=01-01:A_B|C \"Context\"\n      \
             comp 01 R C998 repeat=10 \"Context\"\n        \
             sub 01 R 9999 AN 1-35 codes=A_B,C \"Name\" ?\n      \
             el 02 S 721 ID 2-3 limit=2 \"Id\"\n      syntax P0102\n"
        );
        let source = read("x.guide", &text).expect("it is sound");
        let Content::Loop(inner) = &source.children[0].content else { unreachable!("a loop") };
        let Content::Segment { elements, notes, matches } = &inner[0].content else {
            unreachable!("a segment")
        };
        assert_eq!((elements.len(), notes.len(), inner[0].line), (2, 1, 4));
        assert_eq!(matches, &[(1, 1, vec!["A B".to_owned(), "C".to_owned()])]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (lines, expected) in [
            ("  seg ST R 1 pos=x \"A\"\n", "x.guide:2: not understood from `x \"A\"` on"),
            ("   seg ST R 1 pos=1 \"A\"\n", "x.guide:2: indent is not a multiple of two spaces"),
            ("  loop A R 1 pos=1 \"A\"\n", "x.guide:2: A: the loop is empty"),
            (
                "  seg A1 R 1 pos=2 \"A\"\n  seg A2 R 1 pos=1 \"A\"\n",
                "x.guide:3: A2: positions descend",
            ),
            (
                "  seg A1 R 1 pos=2 \"A\"\n    el 02 R 1 AN 1-2 \"B\"\n",
                "x.guide:3: element positions have a gap",
            ),
            (
                "  seg A1 R 1 pos=2 match=01:X \"A\"\n    el 01 R 1 ID 1-2 \"B\"\n",
                "x.guide:2: A1: `match` names codes that the element does not list",
            ),
            ("  loop A R 1 pos=1 like=B \"A\"\n", "x.guide:2: A: `like` names no loop"),
        ] {
            assert_eq!(problem(lines), expected);
        }
    }
}
